package dev.earlyphase.contracts.object;

/** An object in the store: its key in the bucket, its SHA-256 in hexadecimal, its size. */
public record ObjectRef(String key, String sha256, long bytes) {}
