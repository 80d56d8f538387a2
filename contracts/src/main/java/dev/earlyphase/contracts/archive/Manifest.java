package dev.earlyphase.contracts.archive;

import java.time.Instant;

import dev.earlyphase.contracts.error.Check;

/**
 * What an archive is.
 *
 * @param format of the file; a reader refuses one that it does not know
 * @param study its id
 * @param product version of what wrote it
 * @param tables version of the tables of statistics
 * @param trials how many
 */
public record Manifest(
        int format, String study, String product, int tables, CheckpointChoice checkpoints, int trials, Instant made) {
    public static final int FORMAT = 1;

    public Manifest {
        Check.that(format == FORMAT, "format", format, "version " + FORMAT);
        Check.given(study, "study", "the id of the study");
    }
}
