package dev.earlyphase.contracts.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import dev.earlyphase.contracts.error.DomainException.TooLarge;

/** Text in UTF-8 line by line, of which one is in memory at a time. */
public final class Lines {
    /** The longest there is: a mask of some tens of millions of weights, a digit each. */
    static final int LONGEST = 32 << 20;

    private final String name;
    private final InputStream source;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private int number;

    /** @param name for errors */
    public Lines(String name, InputStream source) {
        this.name = name;
        this.source = source;
    }

    /**
     * The next line without its end; null after the last.
     *
     * @throws TooLarge where it is longer than any that we write
     * @throws UncheckedIOException where the source fails
     */
    public String next() {
        var line = new ByteArrayOutputStream();
        try {
            while (true) {
                if (from == to && !fill()) {
                    return line.size() == 0 ? null : text(line);
                }
                int end = from;
                while (end < to && buffer[end] != '\n') {
                    end++;
                }
                line.write(buffer, from, end - from);
                if (line.size() > LONGEST) {
                    throw new TooLarge(
                            name + " line " + (number + 1),
                            "more than " + LONGEST + " bytes",
                            "at most " + LONGEST + " bytes a line");
                }
                boolean ended = end < to;
                from = ended ? end + 1 : end;
                if (ended) {
                    return text(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** Where the line is that was read last, as in "trials.ndjson line 12". */
    public String place() {
        return name + " line " + number;
    }

    private boolean fill() throws IOException {
        int read = source.read(buffer);
        from = 0;
        to = Math.max(read, 0);
        return read > 0;
    }

    private String text(ByteArrayOutputStream line) {
        number++;
        return line.toString(StandardCharsets.UTF_8);
    }
}
