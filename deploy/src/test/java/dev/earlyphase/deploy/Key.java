package dev.earlyphase.deploy;

/**
 * A configuration key of a service.
 *
 * @param usual the default; empty where there is none
 * @param meaning empty where nothing is said
 */
record Key(String service, String name, String usual, String meaning) {
    /** What this one leaves open, the other says. */
    Key or(Key other) {
        return new Key(
                service, name, usual.isEmpty() ? other.usual : usual, meaning.isEmpty() ? other.meaning : meaning);
    }

    Key needed() {
        return new Key(service, name, "needed", meaning);
    }
}
