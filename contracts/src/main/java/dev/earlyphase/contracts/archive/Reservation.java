package dev.earlyphase.contracts.archive;

import java.util.List;

import dev.earlyphase.contracts.trial.TrialId;

/**
 * Attempt numbers that are kept free for what an archive brings, until it is taken in or given up.
 *
 * @param id of the import
 * @param places of the trials that are not here yet; the others stay as they are
 */
public record Reservation(String id, List<Place> places) {
    public Reservation {
        places = List.copyOf(places);
    }

    /**
     * A trial that is not here yet.
     *
     * @param before attempts that were counted here before: attempt 1 of the archive becomes the one after
     * @param last attempt of the archive, as it is numbered here
     */
    public record Place(TrialId trial, int before, int last) {
        /** Whether anything was ever recorded of it. */
        public boolean wasTried() {
            return last > before;
        }
    }
}
