package dev.earlyphase.analyzer.attempt;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import org.jboss.logging.Logger;

import dev.earlyphase.contracts.trial.TrialId;

/** Decides whether an attempt still counts; who does not is counted and logged. */
@Startup
@ApplicationScoped
public class Attempts {
    private static final Logger LOG = Logger.getLogger(Attempts.class);

    private final Counter refused;

    public Attempts(MeterRegistry registry) {
        this.refused = Counter.builder("earlyphase.refused.records")
                .description("Records of an attempt that a newer one has replaced, and those that had come before")
                .register(registry);
    }

    /** Whether no event of a newer attempt has been seen; in a transaction of its own. */
    @Transactional
    public boolean admitsEvent(TrialId trial, int attempt) {
        return admitted(Fence.around(RecordStream.EVENTS, List.of(trial)).admits(trial, attempt), trial, attempt);
    }

    /** From now on no record of this attempt or an earlier one counts; to be called in a transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void close(TrialId trial, int attempt) {
        for (RecordStream stream : RecordStream.values()) {
            // Where a newer attempt has been seen, its number stays.
            Fence.around(stream, List.of(trial)).admits(trial, attempt + 1);
        }
    }

    /** The same behind a fence that is up already, and whether no record of the attempt with this number was before. */
    public boolean admits(Fence fence, TrialId trial, int attempt, long sequence) {
        return admitted(fence.admits(trial, attempt, sequence), trial, attempt);
    }

    private boolean admitted(boolean admitted, TrialId trial, int attempt) {
        if (!admitted) {
            refused.increment();
            LOG.warnf(
                    "Refused a record that came before or of a replaced attempt: trial=%s attempt=%d",
                    trial.brief(), attempt);
        }
        return admitted;
    }
}
