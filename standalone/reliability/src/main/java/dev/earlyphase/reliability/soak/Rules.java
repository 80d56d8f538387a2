package dev.earlyphase.reliability.soak;

/** The rule for each resource of each process and folder. */
final class Rules {
    private static final double MEGABYTE = 1e6;
    private static final double MEMORY_SHARE = 0.02;

    private Rules() {}

    static Rule of(Subject subject) {
        return switch (subject.resource()) {
            case MEMORY -> memory(subject.name());
            // Pools that fill up as they are used: connections, and the threads that serve them.
            case THREADS -> Rule.flat(MEMORY_SHARE, 4);
            case HANDLES -> Rule.flat(MEMORY_SHARE, 16);
            case SIZE -> size(subject.name());
            case FILES -> files(subject.name());
        };
    }

    /** The heap as the stack gives it, and 300 MB for code, threads and buffers. */
    private static Rule memory(String process) {
        return switch (process) {
            case "orchestrator", "gateway" -> bounded(492, "heap of 192 MB, 300 MB beside");
            case "analyzer" -> bounded(748, "heap of 448 MB, 300 MB beside");
            case "embedded" -> bounded(556, "heap of 256 MB, 300 MB beside");
            case "postgres" -> bounded(600, "64 MB shared, which counts for each of at most 30 connections");
            default ->
                new Rule(MEMORY_SHARE, 0, 1_300 * MEGABYTE, "heap of 512 MB, 800 MB for the engine and its network");
        };
    }

    private static Rule size(String folder) {
        return switch (folder) {
            case "postgres/" ->
                bounded(600, "write-ahead log up to 256 MB; vacuum lets rows of deleted studies be reused");
            case "kafka/" -> bounded(2_000, "records are kept for 7 days");
            case "s3/" -> Rule.flat(0.1, 5 * MEGABYTE);
            case "logs/" -> bounded(400, "two files of at most 20 MB a process");
            default -> Rule.flat(MEMORY_SHARE, MEGABYTE);
        };
    }

    private static Rule files(String folder) {
        return switch (folder) {
            case "s3/" -> Rule.flat(0.1, 20);
            case "kafka/", "postgres/" -> new Rule(MEMORY_SHARE, 20, 5_000, "segments, as many as their size asks for");
            default -> Rule.flat(MEMORY_SHARE, 4);
        };
    }

    private static Rule bounded(double megabytes, String because) {
        return new Rule(MEMORY_SHARE, MEGABYTE, megabytes * MEGABYTE, because);
    }
}
