package dev.earlyphase.reliability.fault;

/** Signals of POSIX. */
public enum Signal {
    KILL,
    TERM,
    STOP,
    CONT;

    @Override
    public String toString() {
        return "SIG" + name();
    }
}
