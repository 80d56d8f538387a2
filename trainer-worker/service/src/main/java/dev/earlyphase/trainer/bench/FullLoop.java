package dev.earlyphase.trainer.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.checkpoint.ObservedCheckpoints;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.telemetry.TelemetrySink;
import dev.earlyphase.core.telemetry.TracedWeights;
import dev.earlyphase.core.telemetry.WeightTelemetry;
import dev.earlyphase.core.training.Attempt;
import dev.earlyphase.core.training.Snapshot;
import dev.earlyphase.core.training.TrainingListener;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.GlobalMagnitude;
import dev.earlyphase.weights.safetensors.Safetensors;

/**
 * The worker's whole loop: batches drawn, augmented and normalised, a mask, telemetry of every iteration written as
 * JSON, and three checkpoints written as safetensors. Only the network to Kafka and S3 is left out.
 */
final class FullLoop {
    private static final int CHECKPOINTS = 3;

    private FullLoop() {}

    /** Milliseconds an iteration takes, without the first few. */
    static double milliseconds(Engine engine, Workload workload, DataSet data, int iterations, boolean telemetry) {
        int end = iterations + Contender.WARM_UP;
        TrialSpec spec = workload.spec(end, Precision.FP32);
        Network network = workload.network();
        Snapshot initial = Snapshot.initial(spec, network);
        Mask mask = mask(network, initial.state());
        var begin = new Snapshot(0, mask.apply(initial.state()), Tensors.of());
        var clock = new Clock(Contender.WARM_UP);
        List<TrainingListener> listeners = new ArrayList<>(List.of(clock, checkpoints(spec, end)));
        if (telemetry) {
            var observations = new Observations(List.of(), Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
            TracedWeights traced = TracedWeights.of(network, Optional.of(mask), spec.seed());
            listeners.add(new WeightTelemetry(
                    network, Optional.of(mask), initial.state(), traced, observations, new Written()));
        }
        new Attempt(spec, network, data, Optional.of(mask), begin).run(engine, listeners, () -> false);
        return clock.milliseconds() / iterations;
    }

    private static TrainingListener checkpoints(TrialSpec spec, int end) {
        int every = Math.max(1, end / CHECKPOINTS);
        var moments = IntStream.rangeClosed(1, end / every)
                .mapToObj(i -> i * every)
                .limit(CHECKPOINTS)
                .toList();
        return new ObservedCheckpoints(
                spec, moments, (purpose, snapshot) -> Safetensors.bytes(snapshot.state(), Map.of()));
    }

    private static Mask mask(Network network, Tensors state) {
        var prunable = Tensors.of(
                network.prunable().stream().map(Parameter::name).map(state::get).toArray(Tensor[]::new));
        return new GlobalMagnitude(0.2).prune(prunable, Mask.dense(prunable)).mask();
    }

    /** Telemetry as it would go to Kafka. */
    private static final class Written implements TelemetrySink {
        private final ObjectMapper json = new ObjectMapper();
        private long bytes;

        @Override
        public void row(TelemetryBatch.Row row) {
            try {
                bytes += json.writeValueAsBytes(row).length;
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void evaluation(TelemetryBatch.Evaluation evaluation) {
            throw new IllegalStateException("nothing is evaluated here");
        }

        @Override
        public void measurement(TelemetryBatch.Measurement measurement) {
            throw new IllegalStateException("nothing is measured here");
        }
    }
}
