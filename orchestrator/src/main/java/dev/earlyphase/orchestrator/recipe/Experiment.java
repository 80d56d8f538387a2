package dev.earlyphase.orchestrator.recipe;

/** How one kind of request becomes trials. */
interface Experiment {
    TrialCount count();

    /**
     * Adds all trials, parents before children.
     *
     * @throws dev.earlyphase.contracts.error.DomainException.Invalid naming the field that contradicts another
     */
    void draft(Draft draft, Setting setting);
}
