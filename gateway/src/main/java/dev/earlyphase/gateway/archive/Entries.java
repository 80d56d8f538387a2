package dev.earlyphase.gateway.archive;

import java.util.regex.Pattern;

import dev.earlyphase.contracts.archive.ResultTable;
import dev.earlyphase.contracts.object.ObjectRef;

/** The names of what is in an archive; an archive with any other is refused. */
final class Entries {
    static final String README = "README.md";
    static final String MANIFEST = "manifest.json";
    static final String STUDY = "study.json";
    static final String TRIALS = "trials.ndjson";
    static final String SUMS = "SHA256SUMS";
    static final String OBJECTS = "checkpoints/";
    static final String FIGURES = "figures/";
    private static final String TABLES = "tables/";
    private static final String ROWS = ".ndjson";
    private static final Pattern FIGURE = Pattern.compile("figures/[a-z0-9-]{1,60}\\.(json|csv|svg)");
    private static final Pattern OBJECT =
            Pattern.compile("checkpoints/trials/[0-9a-f]{64}/attempt-[0-9]{1,8}/[0-9a-z.]{1,40}\\.safetensors");

    private Entries() {}

    static String of(ResultTable table) {
        return TABLES + table.id() + ROWS;
    }

    /** Where an object lies: under the key that it had in the store. */
    static String of(ObjectRef object) {
        return OBJECTS + object.key();
    }

    static boolean isKnown(String name) {
        return switch (name) {
            case README, MANIFEST, STUDY, TRIALS, SUMS -> true;
            default ->
                isTable(name)
                        || FIGURE.matcher(name).matches()
                        || OBJECT.matcher(name).matches();
        };
    }

    private static boolean isTable(String name) {
        return name.startsWith(TABLES)
                && name.endsWith(ROWS)
                && ResultTable.of(name.substring(TABLES.length(), name.length() - ROWS.length()))
                        .isPresent();
    }
}
