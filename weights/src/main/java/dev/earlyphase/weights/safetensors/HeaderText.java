package dev.earlyphase.weights.safetensors;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/** Writes headers: metadata first, its keys sorted, then the tensors in their order, so that equal input gives equal bytes. */
final class HeaderText {

    private HeaderText() {}

    /** UTF-8, padded with spaces so that the values begin at a multiple of eight. */
    static byte[] of(Tensors tensors, Dtype dtype, Map<String, String> metadata) {
        var json = new StringBuilder("{");
        if (!metadata.isEmpty()) {
            json.append(quoted(Safetensors.METADATA)).append(':').append(object(metadata));
        }
        long begin = 0;
        for (Tensor tensor : tensors) {
            if (tensor.name().equals(Safetensors.METADATA)) {
                throw new IllegalArgumentException("no tensor may be named '" + Safetensors.METADATA + "'");
            }
            long end = begin + (long) tensor.values().length * dtype.size;
            json.append(json.length() > 1 ? "," : "")
                    .append(quoted(tensor.name()))
                    .append(":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                            .formatted(dtype, sizes(tensor), begin, end));
            begin = end;
        }
        byte[] text = utf8(json.append('}'));
        byte[] padded = " ".repeat(-text.length & 7).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(text.length + padded.length)
                .put(text)
                .put(padded)
                .array();
    }

    private static String object(Map<String, String> members) {
        return new TreeMap<>(members)
                .entrySet().stream()
                        .map(e -> quoted(e.getKey()) + ":" + quoted(e.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String sizes(Tensor tensor) {
        return tensor.shape().sizes().stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        var json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                default -> json.append(c < 0x20 ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return json.append('"').toString();
    }

    private static byte[] utf8(CharSequence text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            var bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a name or metadata holds half a surrogate pair", e);
        }
    }
}
