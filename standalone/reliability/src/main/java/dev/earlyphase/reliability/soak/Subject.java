package dev.earlyphase.reliability.soak;

import java.util.Comparator;

/** A resource of a process or a folder, such as the threads of the gateway. */
record Subject(Resource resource, String name) implements Comparable<Subject> {
    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::resource).thenComparing(Subject::name);

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name + ": " + resource.title();
    }
}
