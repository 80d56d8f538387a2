package dev.earlyphase.gateway.archive;

import java.util.function.Consumer;
import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.archive.ArchivePage;
import dev.earlyphase.contracts.archive.ArchivedTrial;
import dev.earlyphase.contracts.archive.CheckpointChoice;
import dev.earlyphase.gateway.orchestrator.ArchiveOrchestrator;

/** A study as the orchestrator tells it for an archive. */
@ApplicationScoped
class ArchivedTrials {
    private final ArchiveOrchestrator orchestrator;

    ArchivedTrials(@RestClient ArchiveOrchestrator orchestrator) {
        this.orchestrator = orchestrator;
    }

    /** @throws dev.earlyphase.gateway.orchestrator.OrchestratorProblem a conflict, while the study has not ended */
    ArchivePage first(String study) {
        return orchestrator.page(study, 0);
    }

    /** Hands on one trial after another, in the order of the study, with the checkpoints that were chosen. */
    void each(String study, CheckpointChoice choice, Consumer<ArchivedTrial> taker) {
        Integer cursor = 0;
        while (cursor != null) {
            ArchivePage page = orchestrator.page(study, cursor);
            page.trials().forEach(trial -> taker.accept(trial.with(choice)));
            cursor = page.next();
        }
    }
}
