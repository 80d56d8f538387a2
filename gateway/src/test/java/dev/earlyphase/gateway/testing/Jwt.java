package dev.earlyphase.gateway.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * A token, well made unless a test changes a part of it.
 *
 * @param roles JSON
 */
public record Jwt(String algorithm, String issuer, String audience, String subject, String roles, Instant expires) {
    public static final String KEY_ID = "one";
    public static final String AUDIENCE = "earlyphase";

    /** Of the issuer that the service knows, for a minute. */
    public static Jwt of(String subject, String... roles) {
        return new Jwt(
                "RS256",
                Stack.configured("earlyphase.oidc.issuer"),
                AUDIENCE,
                subject,
                roles.length == 0 ? "[]" : "[\"" + String.join("\", \"", roles) + "\"]",
                Instant.now().plusSeconds(60));
    }

    public Jwt from(String other) {
        return new Jwt(algorithm, other, audience, subject, roles, expires);
    }

    public Jwt madeOutFor(String other) {
        return new Jwt(algorithm, issuer, other, subject, roles, expires);
    }

    public Jwt expiring(Instant other) {
        return new Jwt(algorithm, issuer, audience, subject, roles, other);
    }

    /** With the issuer's key. */
    public String signed() {
        return signedWith(issuersKey());
    }

    /** With a key that the issuer does not know, under the name of one that it does. */
    public String forged() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return signedWith(generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String unsigned() {
        return new Jwt("none", issuer, audience, subject, roles, expires).content() + ".";
    }

    /** The signature of one token below the claims of this. */
    public String withSignatureOf(String other) {
        return content() + other.substring(other.lastIndexOf('.'));
    }

    private String signedWith(PrivateKey key) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content().getBytes(StandardCharsets.US_ASCII));
            return content() + "." + text(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String content() {
        String header = "{\"alg\": \"%s\", \"typ\": \"JWT\", \"kid\": \"%s\"}".formatted(algorithm, KEY_ID);
        String claims = "{\"iss\": \"%s\", \"aud\": \"%s\", \"sub\": \"%s\", \"roles\": %s, \"iat\": %d, \"exp\": %d}"
                .formatted(issuer, audience, subject, roles, Instant.now().getEpochSecond(), expires.getEpochSecond());
        return text(header.getBytes(StandardCharsets.UTF_8)) + "." + text(claims.getBytes(StandardCharsets.UTF_8));
    }

    private static PrivateKey issuersKey() {
        try {
            byte[] bytes = Base64.getDecoder().decode(Stack.configured("test.issuer.private-key"));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
