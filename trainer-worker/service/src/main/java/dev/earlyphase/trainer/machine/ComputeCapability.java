package dev.earlyphase.trainer.machine;

import java.util.Comparator;

/** What an NVIDIA GPU understands: code for a capability runs on later ones of the same major number. */
public record ComputeCapability(int major, int minor) implements Comparable<ComputeCapability> {
    private static final Comparator<ComputeCapability> ORDER =
            Comparator.comparingInt(ComputeCapability::major).thenComparingInt(ComputeCapability::minor);

    /**
     * @param text such as {@code 8.6}
     * @throws IllegalArgumentException if it is not of that form
     */
    public static ComputeCapability of(String text) {
        String[] parts = text.strip().split("\\.");
        if (parts.length != 2) {
            throw new IllegalArgumentException("compute capability: got " + text + "; allowed: such as 8.6");
        }
        return new ComputeCapability(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public int compareTo(ComputeCapability other) {
        return ORDER.compare(this, other);
    }

    public boolean isBefore(ComputeCapability other) {
        return compareTo(other) < 0;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
