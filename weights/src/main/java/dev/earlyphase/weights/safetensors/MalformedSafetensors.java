package dev.earlyphase.weights.safetensors;

/** A file that is not what the safetensors format allows. Reading it again will not help. */
public final class MalformedSafetensors extends RuntimeException {

    private final String source;
    private final long offset;
    private final String reason;

    /**
     * @param source the file, or {@code bytes}
     * @param offset in bytes from the start of the file, where the trouble was seen
     * @param reason what was found and what is allowed
     */
    public MalformedSafetensors(String source, long offset, String reason) {
        super(source + ", offset " + offset + ": " + reason);
        this.source = source;
        this.offset = offset;
        this.reason = reason;
    }

    public String source() {
        return source;
    }

    public long offset() {
        return offset;
    }

    public String reason() {
        return reason;
    }
}
