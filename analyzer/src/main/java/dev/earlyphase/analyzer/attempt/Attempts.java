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
                .description("records of an attempt that a newer one has replaced")
                .register(registry);
    }

    /** Whether no event of a newer attempt has been seen; in a transaction of its own. */
    @Transactional
    public boolean admitsEvent(TrialId trial, int attempt) {
        return admits(Fence.around(RecordStream.EVENTS, List.of(trial)), trial, attempt);
    }

    /** The same behind a fence that is up already. */
    public boolean admits(Fence fence, TrialId trial, int attempt) {
        boolean admitted = fence.admits(trial, attempt);
        if (!admitted) {
            refused.increment();
            LOG.warnf("Refused a record of a replaced attempt: trial=%s attempt=%d", trial.brief(), attempt);
        }
        return admitted;
    }
}
