package dev.earlyphase.core.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Evaluation;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

final class ReferenceSession implements Session {
    private final Network network;
    private final State state;
    private final Node node;
    private final Map<String, float[]> velocity = new LinkedHashMap<>();
    private Optional<Mask> mask = Optional.empty();

    ReferenceSession(Network network) {
        this.network = network;
        this.state = new State(network);
        this.node = Nodes.chain(network.layers(), network.input(), state);
        network.trainable().forEach(parameter -> velocity.put(parameter.name(), new float[parameter.elements()]));
    }

    @Override
    public void restore(Tensors tensors) {
        for (Parameter parameter : network.parameters()) {
            state.values.put(
                    parameter.name(), tensors.get(parameter.name()).values().clone());
        }
        applyMask(state.values);
    }

    @Override
    public Tensors state() {
        return copy(network.parameters(), state.values);
    }

    @Override
    public void restoreMomentum(Tensors momentum) {
        for (Parameter parameter : network.trainable()) {
            velocity.put(
                    parameter.name(),
                    momentum.size() == 0
                            ? new float[parameter.elements()]
                            : momentum.get(parameter.name()).values().clone());
        }
        applyMask(velocity);
    }

    @Override
    public Tensors momentum() {
        return copy(network.trainable(), velocity);
    }

    @Override
    public void mask(Mask given) {
        mask = Optional.of(given);
        applyMask(state.values);
        applyMask(velocity);
    }

    private void applyMask(Map<String, float[]> tensors) {
        mask.ifPresent(present -> present.names().forEach(name -> {
            float[] values = tensors.get(name);
            for (int i = 0; i < values.length; i++) {
                values[i] = present.survives(name, i) ? values[i] : 0;
            }
        }));
    }

    @Override
    public double step(Batch batch, Update update) {
        state.clearGradients();
        CrossEntropy loss = CrossEntropy.of(logits(batch, true), batch.labels(), batch.size());
        node.backward(loss.gradientOfMean());
        for (Parameter parameter : network.trainable()) {
            float[] w = state.values.get(parameter.name());
            float[] v = velocity.get(parameter.name());
            double[] g = state.gradients.get(parameter.name());
            for (int i = 0; i < w.length; i++) {
                v[i] = (float) (update.momentum() * v[i] + g[i] + update.weightDecay() * w[i]);
                w[i] = (float) (w[i] - update.learningRate() * v[i]);
            }
        }
        applyMask(state.values);
        applyMask(velocity);
        return loss.lossSum() / batch.size();
    }

    @Override
    public void readWeights(float[] into) {
        int to = 0;
        for (Parameter parameter : network.trainable()) {
            for (float value : state.values.get(parameter.name())) {
                into[to++] = value;
            }
        }
    }

    @Override
    public void readGradient(float[] into) {
        int to = 0;
        for (Parameter parameter : network.trainable()) {
            for (double value : state.gradients.get(parameter.name())) {
                into[to++] = (float) value;
            }
        }
    }

    @Override
    public Evaluation evaluate(Batch batch) {
        CrossEntropy score = CrossEntropy.of(logits(batch, false), batch.labels(), batch.size());
        return new Evaluation(batch.size(), score.correct(), score.lossSum());
    }

    private double[] logits(Batch batch, boolean training) {
        double[] x = new double[batch.size() * network.input().elements()];
        for (int i = 0; i < x.length; i++) {
            x[i] = batch.images().get(i);
        }
        return node.forward(x, batch.size(), training);
    }

    private static Tensors copy(List<Parameter> parameters, Map<String, float[]> values) {
        List<Tensor> tensors = new ArrayList<>();
        for (Parameter parameter : parameters) {
            tensors.add(new Tensor(
                    parameter.name(),
                    parameter.shape(),
                    values.get(parameter.name()).clone()));
        }
        return Tensors.of(tensors);
    }

    @Override
    public void close() {}
}
