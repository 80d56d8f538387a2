package dev.earlyphase.gateway.figure.rule;

/** Tasks of pre-training in words. */
final class TaskLabel {
    private static final String PER_EPOCH = "-per-epoch";

    private TaskLabel() {}

    /** @param family the task's kind, then perhaps {@code -<fraction>}, then perhaps {@code -per-epoch} */
    static String of(String family) {
        boolean perEpoch = family.endsWith(PER_EPOCH);
        String task = perEpoch ? family.substring(0, family.length() - PER_EPOCH.length()) : family;
        int last = task.lastIndexOf('-');
        boolean share = last > 0 && Character.isDigit(task.charAt(last + 1));
        String kind = share ? task.substring(0, last) : task;
        return words(kind)
                + (share ? ", share " + task.substring(last + 1) : "")
                + (perEpoch ? ", drawn each epoch" : "");
    }

    private static String words(String kind) {
        return switch (kind) {
            case "random-labels" -> "Random labels";
            case "rotation" -> "Rotation";
            case "blur" -> "Blur";
            case "blur-rotation" -> "Blur and rotation";
            default -> kind;
        };
    }
}
