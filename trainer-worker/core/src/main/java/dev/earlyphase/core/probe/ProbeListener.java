package dev.earlyphase.core.probe;

import java.util.List;
import java.util.Optional;

import dev.earlyphase.contracts.trial.Probe;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.gradient.Weights;
import dev.earlyphase.core.schedule.Schedule;
import dev.earlyphase.core.telemetry.TelemetrySink;
import dev.earlyphase.core.training.TrainingListener;
import dev.earlyphase.weights.Mask;

/**
 * Takes measurements at the iterations that a request names. It only reads the weights of the session in training and
 * computes with one of its own, so that training goes on as if nothing had been measured.
 */
public final class ProbeListener implements TrainingListener {
    private final List<Asked> probes;
    private final Subject subject;
    private final Optional<Mask> mask;
    private final Schedule schedule;
    private final TelemetrySink sink;

    private record Asked(ProbeKind kind, Options options, List<Integer> iterations) {}

    /** @throws dev.earlyphase.contracts.error.DomainException.Invalid if there is no such probe or option */
    public ProbeListener(
            List<Probe> probes, Subject subject, Optional<Mask> mask, Schedule schedule, TelemetrySink sink) {
        this.probes = probes.stream()
                .map(probe -> {
                    ProbeKind kind = Probes.named(probe.kind());
                    return new Asked(kind, new Options(kind, probe.options(), subject.batchSize()), probe.iterations());
                })
                .toList();
        this.subject = subject;
        this.mask = mask;
        this.schedule = schedule;
        this.sink = sink;
    }

    @Override
    public void reached(int iteration, Session session) {
        List<Asked> due =
                probes.stream().filter(p -> p.iterations().contains(iteration)).toList();
        if (due.isEmpty()) {
            return;
        }
        Weights weights = Weights.of(subject.network(), session.state(), mask);
        var at = new ProbedState(subject, iteration, weights, schedule.update(iteration));
        for (Asked probe : due) {
            probe.kind().measure(at, probe.options()).forEach(sink::measurement);
        }
    }
}
