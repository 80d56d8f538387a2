package dev.earlyphase.contracts.canonical;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in one defined form: members sorted by name, nothing between tokens, numbers in plain decimal notation without
 * trailing zeros, only the escapes that JSON demands. Takes maps, lists, strings, numbers and booleans; a member whose
 * value is {@code null} is left out.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** The canonical text of {@code value}. */
    public static String write(Object value) {
        var out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    /** SHA-256 of the canonical text in UTF-8, as 64 lower-case hexadecimal digits. */
    public static String sha256(Object value) {
        try {
            byte[] bytes = write(value).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static void append(StringBuilder out, Object value) {
        switch (value) {
            case Map<?, ?> map -> appendObject(out, map);
            case List<?> list -> appendArray(out, list);
            case String text -> appendString(out, text);
            case Boolean flag -> out.append(flag.booleanValue());
            case Number number -> out.append(plain(number));
            default -> throw new IllegalArgumentException("not JSON: " + value.getClass());
        }
    }

    private static void appendObject(StringBuilder out, Map<?, ?> map) {
        var sorted = new TreeMap<String, Object>();
        map.forEach((name, member) -> {
            if (member != null) {
                sorted.put((String) name, member);
            }
        });
        String separator = "{";
        for (var member : sorted.entrySet()) {
            out.append(separator);
            appendString(out, member.getKey());
            out.append(':');
            append(out, member.getValue());
            separator = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void appendArray(StringBuilder out, List<?> list) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            append(out, list.get(i));
        }
        out.append(']');
    }

    private static void appendString(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static String plain(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("not JSON: " + value);
            }
        }
        BigDecimal decimal = new BigDecimal(number.toString());
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
