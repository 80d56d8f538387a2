package dev.earlyphase.reliability.fault;

import java.time.Duration;
import java.util.Locale;

import dev.earlyphase.reliability.detour.Behaviour;
import dev.earlyphase.reliability.detour.Link;

/** Something bad that happens to a stack. */
public sealed interface Fault {
    FaultKind kind();

    /** A process gets a signal. */
    record Signalled(FaultKind kind, String victim, Signal signal) implements Fault {
        @Override
        public String toString() {
            return "%s gets %s".formatted(victim, signal);
        }
    }

    /** A process stands still for a while. */
    record Frozen(FaultKind kind, String victim, Duration length) implements Fault {
        @Override
        public String toString() {
            return "%s is frozen for %d s".formatted(victim, length.toSeconds());
        }
    }

    /** The connections of a link end. */
    record Broken(FaultKind kind, Link link) implements Fault {
        @Override
        public String toString() {
            return "connections of %s: %s".formatted(link, kind.name().toLowerCase(Locale.ROOT));
        }
    }

    /** A link does harm for a while. */
    record Harmed(FaultKind kind, Link link, Behaviour behaviour, Duration length) implements Fault {
        @Override
        public String toString() {
            return "%s is %s for %d s".formatted(link, behaviour, length.toSeconds());
        }
    }

    /** Postgres breaks off what its clients are at. */
    record Aborted(FaultKind kind) implements Fault {
        @Override
        public String toString() {
            return "all transactions are aborted";
        }
    }

    /** Nobody can write the tables of trials for a while. */
    record Locked(FaultKind kind, Duration length) implements Fault {
        @Override
        public String toString() {
            return "trials are locked for %d s".formatted(length.toSeconds());
        }
    }

    /** The broker and the store cannot write for a while. */
    record Full(FaultKind kind, Duration length) implements Fault {
        @Override
        public String toString() {
            return "the disk is full for %d s".formatted(length.toSeconds());
        }
    }

    /** A process believes that it is another time, until it does so again. */
    record Stepped(FaultKind kind, String victim, Duration ahead) implements Fault {
        @Override
        public String toString() {
            return "the clock of %s is set %+d s off".formatted(victim, ahead.toSeconds());
        }
    }

    /** Records of a topic come a second time, in another order. */
    record Repeated(FaultKind kind, String topic, int most, long shuffle) implements Fault {
        @Override
        public String toString() {
            return "the last %d records of each partition of %s come again, shuffled".formatted(most, topic);
        }
    }

    /** Something that is not so is reported as if by a worker. */
    record Lie(FaultKind kind, long choice) implements Fault {
        @Override
        public String toString() {
            return kind.words();
        }
    }
}
