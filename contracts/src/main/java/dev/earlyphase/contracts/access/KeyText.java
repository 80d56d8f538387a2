package dev.earlyphase.contracts.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;

/**
 * The text of an API key, which opens what its role may do. It is drawn at random, so that a plain hash of it cannot be
 * turned back. {@link #toString()} leaves the text out.
 */
public record KeyText(String text) {
    private static final String ALLOWED = "32 to 200 characters of A-Z, a-z, 0-9, _ and -";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32,200}");
    private static final String MARK = "ep_";
    private static final int BYTES = 32;

    public KeyText {
        Check.that(isValid(text), "key", "another text", ALLOWED);
    }

    /** Whether a bearer token may be a key; what has a dot is a JWT. */
    public static boolean isValid(String token) {
        return token != null && FORM.matcher(token).matches();
    }

    /** A new one, of 256 random bits. */
    public static KeyText draw() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new KeyText(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * The key that a service needs to start.
     *
     * @throws Invalid naming the variable, never what it holds
     */
    public static KeyText required(String variable, Optional<String> value) {
        Check.that(value.isPresent(), variable, "nothing", ALLOWED);
        Check.that(isValid(value.get()), variable, "a text of another form", ALLOWED);
        return new KeyText(value.get());
    }

    /** SHA-256, 64 hexadecimal digits: what is stored and compared. */
    public String hash() {
        return HexFormat.of().formatHex(digest(text));
    }

    /** Takes as long for any two texts. */
    public boolean matches(String token) {
        return MessageDigest.isEqual(digest(text), digest(token));
    }

    /** The header's value that shows it. */
    public String bearer() {
        return "Bearer " + text;
    }

    @Override
    public String toString() {
        return "KeyText[hidden]";
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
