package dev.earlyphase.weights.safetensors;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Reads the little JSON that a header may hold (objects, strings, arrays of whole numbers), as strictly as RFC 8259 has
 * it, keys unique. Nesting goes as deep as the caller asks and no deeper, so no input can exhaust the stack.
 */
final class JsonScanner {

    private final String source;
    private final long start;
    private final byte[] bytes;
    private int position;

    /** @param start offset of the first byte in the file, for messages */
    JsonScanner(String source, long start, byte[] bytes) {
        this.source = source;
        this.start = start;
        this.bytes = bytes;
    }

    /** Reads the value of one member; the scanner stands before it. */
    interface Member {
        void read(String key);
    }

    /** An object, each member's value read by the caller. */
    void object(Member member) {
        expect('{', "an object");
        if (accept('}')) {
            return;
        }
        var keys = new HashSet<String>();
        do {
            skipSpace();
            long at = offset();
            String key = string();
            if (!keys.add(key)) {
                throw malformed(at, "the key " + quoted(key) + " occurs twice");
            }
            expect(':', "':'");
            member.read(key);
        } while (accept(','));
        expect('}', "',' or '}'");
    }

    /** An array of at most {@code limit} whole numbers, none negative. */
    List<Long> wholeNumbers(int limit) {
        expect('[', "an array");
        var numbers = new ArrayList<Long>();
        if (accept(']')) {
            return numbers;
        }
        do {
            if (numbers.size() == limit) {
                throw malformed(offset(), "an array of more than the allowed " + limit + " numbers");
            }
            numbers.add(wholeNumber());
        } while (accept(','));
        expect(']', "',' or ']'");
        return numbers;
    }

    String string() {
        expect('"', "a string");
        long at = offset();
        var text = new ByteArrayOutputStream();
        for (int next = next(); next != '"'; next = next()) {
            if (next < 0x20) {
                throw malformed(offset() - 1, "a control character within a string");
            }
            if (next == '\\') {
                escape(text);
            } else {
                text.write(next);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed(at, "a string that is not UTF-8");
        }
    }

    /** Nothing but white space may follow. */
    void end() {
        skipSpace();
        if (position < bytes.length) {
            throw malformed(offset(), "expected the end of the header, found " + found());
        }
    }

    /** Offset in the file of the next byte to be read. */
    long offset() {
        return start + position;
    }

    MalformedSafetensors malformed(long offset, String reason) {
        return new MalformedSafetensors(source, offset, reason);
    }

    /** For messages: a key or string, cut where it is long. */
    static String quoted(String text) {
        return "'" + (text.length() <= 80 ? text : text.substring(0, 80) + "...") + "'";
    }

    private long wholeNumber() {
        skipSpace();
        int first = position;
        while (position < bytes.length && bytes[position] >= '0' && bytes[position] <= '9') {
            position++;
        }
        int digits = position - first;
        if (digits == 0) {
            throw malformed(offset(), "expected a whole number, found " + found());
        }
        if (digits > 1 && bytes[first] == '0') {
            throw malformed(start + first, "a number with a leading zero");
        }
        if (digits > 18) {
            throw malformed(start + first, "a number of " + digits + " digits; allowed: 18");
        }
        return Long.parseLong(new String(bytes, first, digits, StandardCharsets.US_ASCII));
    }

    private void escape(ByteArrayOutputStream text) {
        long at = offset() - 1;
        int kind = next();
        switch (kind) {
            case '"', '\\', '/' -> text.write(kind);
            case 'b' -> text.write('\b');
            case 'f' -> text.write('\f');
            case 'n' -> text.write('\n');
            case 'r' -> text.write('\r');
            case 't' -> text.write('\t');
            case 'u' -> text.writeBytes(codePoint(at).getBytes(StandardCharsets.UTF_8));
            default -> throw malformed(at, "an unknown escape in a string");
        }
    }

    private String codePoint(long at) {
        char unit = hexadecimal();
        if (!Character.isSurrogate(unit)) {
            return String.valueOf(unit);
        }
        if (Character.isHighSurrogate(unit) && next() == '\\' && next() == 'u') {
            char low = hexadecimal();
            if (Character.isLowSurrogate(low)) {
                return new String(new char[] {unit, low});
            }
        }
        throw malformed(at, "half a surrogate pair in a string");
    }

    private char hexadecimal() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw malformed(offset() - 1, "expected a hexadecimal digit");
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    private void expect(char wanted, String name) {
        if (!accept(wanted)) {
            throw malformed(offset(), "expected " + name + ", found " + found());
        }
    }

    private boolean accept(char wanted) {
        skipSpace();
        if (position < bytes.length && bytes[position] == wanted) {
            position++;
            return true;
        }
        return false;
    }

    private int next() {
        if (position == bytes.length) {
            throw malformed(offset(), "the header ends within a string");
        }
        return Byte.toUnsignedInt(bytes[position++]);
    }

    private void skipSpace() {
        while (position < bytes.length && " \t\n\r".indexOf(bytes[position]) >= 0) {
            position++;
        }
    }

    private String found() {
        if (position == bytes.length) {
            return "the end of the header";
        }
        int value = Byte.toUnsignedInt(bytes[position]);
        return value > 0x20 && value < 0x7f ? "'" + (char) value + "'" : "byte %#04x".formatted(value);
    }
}
