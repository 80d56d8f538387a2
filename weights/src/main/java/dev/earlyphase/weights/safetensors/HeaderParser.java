package dev.earlyphase.weights.safetensors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.earlyphase.weights.Shape;

/** Reads the JSON of a header and holds every claim in it against the length of the file. */
final class HeaderParser {

    private static final int MAX_RANK = 32;

    private final JsonScanner json;
    private final long dataStart;
    private final long dataLength;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> metadata = new HashMap<>();

    private HeaderParser(String source, byte[] header, long fileLength) {
        json = new JsonScanner(source, Safetensors.PREFIX, header);
        dataStart = Safetensors.PREFIX + header.length;
        dataLength = fileLength - dataStart;
    }

    static Header parse(String source, byte[] header, long fileLength) {
        return new HeaderParser(source, header, fileLength).parse();
    }

    private Header parse() {
        json.object(key -> {
            if (key.equals(Safetensors.METADATA)) {
                json.object(name -> metadata.put(name, json.string()));
            } else {
                entries.add(entry(key));
            }
        });
        json.end();
        // A stable sort: tensors without values keep the header's order.
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        requireGapless();
        return new Header(List.copyOf(entries), Map.copyOf(metadata), dataStart);
    }

    private Entry entry(String name) {
        long at = json.offset();
        String quoted = JsonScanner.quoted(name);
        if (name.isEmpty()) {
            throw json.malformed(at, "a tensor without a name");
        }
        var fields = new Fields();
        json.object(field -> {
            switch (field) {
                case "dtype" -> fields.dtype = dtype();
                case "shape" -> fields.shape = json.wholeNumbers(MAX_RANK);
                case "data_offsets" -> fields.offsets = json.wholeNumbers(2);
                default ->
                    throw json.malformed(
                            json.offset(),
                            "tensor " + quoted + " has the field " + JsonScanner.quoted(field)
                                    + "; allowed: dtype, shape, data_offsets");
            }
        });
        if (fields.dtype == null || fields.shape == null || fields.offsets == null) {
            throw json.malformed(at, "tensor " + quoted + " lacks one of dtype, shape, data_offsets");
        }
        if (fields.offsets.size() != 2) {
            throw json.malformed(at, "data_offsets of tensor " + quoted + " are " + fields.offsets + "; allowed: two");
        }
        return checked(name, fields, at);
    }

    private Entry checked(String name, Fields fields, long at) {
        String quoted = JsonScanner.quoted(name);
        long begin = fields.offsets.getFirst();
        long end = fields.offsets.getLast();
        if (begin > end || end > dataLength) {
            throw json.malformed(
                    at,
                    "tensor " + quoted + " lies at " + begin + " to " + end + " of the data, which has " + dataLength
                            + " bytes");
        }
        Shape shape = shape(fields.shape, quoted, at);
        long needed = (long) shape.elements() * fields.dtype.size;
        if (end - begin != needed) {
            throw json.malformed(
                    at,
                    "tensor " + quoted + " of shape " + shape + " and dtype " + fields.dtype + " takes " + needed
                            + " bytes, its offsets span " + (end - begin));
        }
        return new Entry(name, fields.dtype, shape, begin, end);
    }

    private Shape shape(List<Long> sizes, String quoted, long at) {
        try {
            return Shape.of(sizes.stream().mapToInt(Math::toIntExact).toArray());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw json.malformed(at, "tensor " + quoted + " of shape " + sizes + " is larger than a tensor may be");
        }
    }

    private Dtype dtype() {
        long at = json.offset();
        String name = json.string();
        return Dtype.named(name)
                .orElseThrow(() -> json.malformed(
                        at, "dtype " + JsonScanner.quoted(name) + "; allowed: " + List.of(Dtype.values())));
    }

    private void requireGapless() {
        long expected = 0;
        for (Entry entry : entries) {
            if (entry.begin() != expected) {
                throw json.malformed(
                        dataStart + Math.min(expected, entry.begin()),
                        "tensor " + JsonScanner.quoted(entry.name()) + " begins at " + entry.begin()
                                + " of the data, " + (entry.begin() < expected ? "over" : "a hole behind")
                                + " the one that ends at " + expected);
            }
            expected = entry.end();
        }
        if (expected != dataLength) {
            throw json.malformed(
                    dataStart + expected, (dataLength - expected) + " bytes behind the last tensor belong to none");
        }
    }

    /** What has been seen of an entry so far. */
    private static final class Fields {
        private Dtype dtype;
        private List<Long> shape;
        private List<Long> offsets;
    }
}
