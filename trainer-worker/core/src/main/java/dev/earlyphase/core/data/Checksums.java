package dev.earlyphase.core.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** The digests that every Java platform has. */
final class Checksums {
    private Checksums() {}

    static MessageDigest sha256() {
        return digest("SHA-256");
    }

    /** @throws MalformedData unless the file's bytes have this MD5, which is what its publisher gives */
    static void verify(Path file, String md5) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            verify(file, in, md5);
        }
    }

    /** The same for the bytes that a gzip file unpacks to: copies are packed in many ways. */
    static void verifyUnpacked(Path file, String md5) throws IOException {
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            verify(file, in, md5);
        }
    }

    private static void verify(Path file, InputStream content, String md5) throws IOException {
        MessageDigest digest = digest("MD5");
        content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(md5)) {
            throw new MalformedData(file, 0, "content with MD5 " + found, "content with MD5 " + md5);
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
