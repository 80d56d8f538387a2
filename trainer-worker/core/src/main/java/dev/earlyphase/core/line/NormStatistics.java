package dev.earlyphase.core.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.gradient.ImageBatches;
import dev.earlyphase.core.gradient.MeanGradient;
import dev.earlyphase.core.network.BatchNorm;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * Running statistics of batch norm estimated anew for given weights: for each channel the mean over batches of the mean and
 * of the unbiased variance in a batch, each batch counting alike, as PyTorch computes them with {@code momentum=None}.
 * Nothing of the statistics that stood there before remains.
 */
final class NormStatistics {
    private final Network network;
    private final List<Parameter> statistics;

    NormStatistics(Network network) {
        this.network = network;
        this.statistics = network.parameters().stream()
                .filter(parameter -> !parameter.trainable())
                .toList();
    }

    /**
     * Gives a session that holds {@code state} the statistics of these images; a smaller last batch is left out. Nothing is
     * done where the network has no batch norm.
     */
    void estimate(Session session, Tensors state, ImageBatches images) {
        if (statistics.isEmpty()) {
            return;
        }
        Map<String, double[]> sums = new LinkedHashMap<>();
        statistics.forEach(parameter -> sums.put(parameter.name(), new double[parameter.elements()]));
        Tensors before = state;
        int batches = 0;
        for (Batch batch : images) {
            if (batch.size() == images.batchSize()) {
                session.step(batch, MeanGradient.NOTHING);
                Tensors after = session.state();
                add(before, after, sums);
                before = after;
                batches++;
            }
        }
        session.restore(with(state, sums, batches));
    }

    /** The engine leaves running = (1 − m)·running + m·batch with m = {@value BatchNorm#MOMENTUM}, which is solved for the batch. */
    private static void add(Tensors before, Tensors after, Map<String, double[]> sums) {
        sums.forEach((name, sum) -> {
            float[] was = before.get(name).values();
            float[] is = after.get(name).values();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (is[i] - (1 - BatchNorm.MOMENTUM) * was[i]) / BatchNorm.MOMENTUM;
            }
        });
    }

    private Tensors with(Tensors state, Map<String, double[]> sums, int batches) {
        List<Tensor> tensors = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            double[] sum = sums.get(parameter.name());
            Tensor tensor = state.get(parameter.name());
            tensors.add(sum == null ? tensor : new Tensor(tensor.name(), tensor.shape(), mean(sum, batches)));
        }
        return Tensors.of(tensors);
    }

    private static float[] mean(double[] sum, int count) {
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / count);
        }
        return mean;
    }
}
