package dev.earlyphase.reliability.load.event;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that happens in the database, and by which an event tells when that was: the name of the study becomes the
 * moment.
 *
 * @param millis since 1970
 */
record Change(long millis) {
    private static final Pattern NAME = Pattern.compile("\"name\":\"changed at (\\d{13})\"");

    String studyName() {
        return "changed at " + millis;
    }

    /** Of an event's data; empty where the study still has the name that it came with. */
    static OptionalLong in(String data) {
        Matcher name = NAME.matcher(data);
        return name.find() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
    }
}
