package dev.earlyphase.gateway.provenance;

import java.util.List;
import java.util.Locale;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialResult;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.gateway.database.Database;
import dev.earlyphase.gateway.database.Row;
import dev.earlyphase.gateway.provenance.StudyProvenance.OfTrial;

/** Specifications, results and where these come from, through the view that the orchestrator offers. */
@ApplicationScoped
public class ProvenanceStore {
    private final Database database;
    private final ObjectMapper json;

    ProvenanceStore(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param from position of the first trial in the study */
    StudyProvenance of(StudyView study, int from, int limit) {
        record Found(int position, OfTrial trial) {}
        List<Found> found = database.list(
                "select position, trial_id, seed, level, rewind, family, variant, state, spec::text as spec,"
                        + " provenance::text as provenance, result::text as result, started, ended from study.study_result"
                        + " where study_id = ? and position >= ? order by position limit ?",
                row -> new Found(row.integer("position"), trial(row)),
                study.id(),
                from,
                limit + 1);
        return new StudyProvenance(
                study.id(),
                study.request(),
                found.stream().limit(limit).map(Found::trial).toList(),
                found.size() > limit ? found.getLast().position() : null);
    }

    private OfTrial trial(Row row) {
        return new OfTrial(
                new TrialId(row.text("trial_id")),
                new TrialRole(
                        row.whole("seed"),
                        row.integer("level"),
                        row.text("rewind"),
                        row.text("family"),
                        row.text("variant")),
                TrialState.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                read(row.text("spec"), TrialSpec.class),
                read(row.text("provenance"), Provenance.class),
                read(row.text("result"), TrialResult.class),
                row.instant("started"),
                row.instant("ended"));
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(
                    "the orchestrator's rows hold what is not a " + type.getSimpleName(), impossible);
        }
    }
}
