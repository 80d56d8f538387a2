package dev.earlyphase.orchestrator.recipe;

import dev.earlyphase.contracts.error.DomainException.TooLarge;

/**
 * How many trials a study has, known before any is made.
 *
 * @param formula in the words of the request
 * @param field that makes it large
 */
record TrialCount(long trials, String formula, String field) {
    /** @throws TooLarge when there are more */
    void check(int most) {
        if (trials > most) {
            throw new TooLarge(field, trials + " trials (" + formula + ")", "at most " + most);
        }
    }
}
