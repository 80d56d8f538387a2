package dev.earlyphase.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A browser's way to the issuer and back, kept in a cookie of its own meanwhile.
 *
 * @param state what the issuer must send back, so that nobody else's answer is taken
 * @param verifier proves at the end that it was begun here (PKCE, RFC 7636)
 * @param to where in the page to go on, the fragment of its address
 */
record Errand(String state, String verifier, String to) {
    static final String COOKIE = "earlyphase-login";
    private static final int BYTES = 32;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    static Errand begin(String to) {
        return new Errand(draw(), draw(), to != null && to.startsWith("/") ? to : "/");
    }

    /** Empty where the cookie is not one that {@link #text()} made. */
    static Optional<Errand> read(String cookie) {
        String[] parts = cookie == null ? new String[0] : cookie.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String to = new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8);
            return Optional.of(new Errand(parts[0], parts[1], to));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    String text() {
        return state + "." + verifier + "." + TEXT.encodeToString(to.getBytes(StandardCharsets.UTF_8));
    }

    /** The verifier's SHA-256, which goes ahead of it. */
    String challenge() {
        try {
            return TEXT.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String draw() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return TEXT.encodeToString(bytes);
    }
}
