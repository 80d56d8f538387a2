package dev.earlyphase.core.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.training.Step;
import dev.earlyphase.core.training.TrainingListener;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;

/**
 * Loss, learning rate and the scalars of section 3 of the paper, over the surviving prunable weights, layer by layer and
 * pooled, and the values of the weights that are followed. A row shows the weights before an update together with the loss and gradient that they gave.
 */
public final class WeightTelemetry implements TrainingListener {
    private final TracedWeights traced;
    private final Observations observations;
    private final TelemetrySink sink;
    private final List<LayerPass> layers = new ArrayList<>();
    private final float[] weights;
    private final float[] gradient;

    /**
     * @param mask which weights survive; empty for all
     * @param initial W_0 of the run that this one descends from
     */
    public WeightTelemetry(
            Network network,
            Optional<Mask> mask,
            Tensors initial,
            TracedWeights traced,
            Observations observations,
            TelemetrySink sink) {
        this.traced = traced;
        this.observations = observations;
        this.sink = sink;
        this.weights = new float[network.size()];
        this.gradient = new float[network.size()];
        float[] kept = new float[network.size()];
        float[] start = new float[network.size()];
        int from = 0;
        for (Parameter parameter : network.trainable()) {
            if (parameter.prunable()) {
                fillKept(mask, parameter, kept, from);
                fillStart(initial.get(parameter.name()).values(), kept, start, from);
                layers.add(new LayerPass(from, parameter.elements(), kept, start));
            }
            from += parameter.elements();
        }
    }

    @Override
    public void reached(int iteration, Session session) {
        if (observations.recordsTelemetry(iteration)) {
            session.readWeights(weights);
        }
    }

    @Override
    public void stepped(Step step, Session session) {
        if (observations.recordsTelemetry(step.iteration())) {
            session.readGradient(gradient);
            sink.row(row(step));
        }
    }

    private TelemetryBatch.Row row(Step step) {
        List<Sums> sums =
                layers.stream().map(layer -> layer.over(weights, gradient)).toList();
        Sums all = sums.stream().reduce(Sums.NONE, Sums::plus);
        return new TelemetryBatch.Row(
                step.iteration(),
                Finite.orNull(step.loss()),
                step.learningRate(),
                all.scalars(),
                sums.stream().map(Sums::scalars).toList(),
                traced.values(weights));
    }

    private static void fillKept(Optional<Mask> mask, Parameter parameter, float[] kept, int from) {
        if (mask.isEmpty()) {
            Arrays.fill(kept, from, from + parameter.elements(), 1);
        } else {
            mask.get().survivors(parameter.name()).stream().forEach(i -> kept[from + i] = 1);
        }
    }

    private static void fillStart(float[] values, float[] kept, float[] start, int from) {
        for (int i = 0; i < values.length; i++) {
            start[from + i] = values[i] * kept[from + i];
        }
    }
}
