package dev.earlyphase.analyzer.object;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.weights.safetensors.MalformedSafetensors;
import dev.earlyphase.weights.safetensors.Safetensors;
import dev.earlyphase.weights.safetensors.SafetensorsFile;

/** Reads bytes as the file that a reference names, or says why they are not that file. */
final class VerifiedFile {
    private VerifiedFile() {}

    /** @param bytes the object, or its beginning where it is longer than the reference says */
    static SafetensorsFile of(ObjectRef object, byte[] bytes) {
        Check.that(
                bytes.length == object.bytes(),
                "size of " + object.key(),
                bytes.length > object.bytes() ? "more" : bytes.length + " bytes",
                object.bytes() + " bytes");
        String sha256 = sha256(bytes);
        Check.that(sha256.equals(object.sha256()), "SHA-256 of " + object.key(), sha256, object.sha256());
        try {
            return Safetensors.read(bytes);
        } catch (MalformedSafetensors e) {
            throw new MalformedSafetensors(object.key(), e.offset(), e.reason());
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
