package dev.earlyphase.orchestrator.recipe;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.trial.Moment;

/** Moments of a request, placed in the run. */
final class Moments {
    private Moments() {}

    /** The iteration of a moment that must not be later than {@code last}. */
    static int within(Moment moment, int perEpoch, int last, String field, String allowed) {
        long iteration = (long) moment.epochs() * perEpoch + moment.iterations();
        Check.that(iteration <= last, field, moment, allowed);
        return (int) iteration;
    }

    /** The iteration of a moment from the begin to the end of the study's runs, both included. */
    static int inRun(Moment moment, Setting setting, String field) {
        int end = setting.end();
        return within(moment, setting.perEpoch(), end, field, "a moment from 0it to the end, " + end + "it");
    }
}
