package dev.earlyphase.engine.dl4j;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Evaluation;
import dev.earlyphase.core.engine.FlatVector;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * A ComputationGraph that gives gradients, and the weights, momentum and mask beside it in plain arrays, in the network's
 * order: the update runs over those and the graph gets a copy of the weights.
 */
final class Dl4jSession implements Session {
    private final Thread owner = Thread.currentThread();
    private final List<Parameter> trainable;
    private final ComputationGraph graph;
    private final FlatLayout layout;
    private final List<RunningStatistics> statistics;
    private final Examples examples;
    private final HostView graphState;
    private final HostView graphGradient;
    private final float[] weights;
    private final float[] gradient;
    private final float[] momentum;
    private float[] survivors;
    private boolean workspacesSized;

    Dl4jSession(
            Network network,
            ComputationGraph graph,
            FlatLayout layout,
            List<RunningStatistics> statistics,
            Examples examples) {
        this.trainable = network.trainable();
        this.graph = graph;
        this.layout = layout;
        this.statistics = statistics;
        this.examples = examples;
        graph.initGradientsView();
        this.graphState = new HostView(graph.params());
        this.graphGradient = new HostView(graph.getGradientsViewArray());
        this.weights = new float[network.size()];
        this.gradient = new float[network.size()];
        this.momentum = new float[network.size()];
    }

    @Override
    public void restore(Tensors state) {
        confined();
        FloatBuffer flat = graphState.values();
        for (FlatLayout.Place place : layout.places()) {
            float[] values = FlatVector.values(state, place.parameter());
            flat.put(place.start(), values, 0, values.length);
        }
        graphState.changed();
        layout.gather(flat, weights);
        clearPruned();
    }

    @Override
    public Tensors state() {
        confined();
        FloatBuffer flat = graphState.values();
        List<Tensor> tensors = new ArrayList<>();
        for (FlatLayout.Place place : layout.places()) {
            float[] values = new float[place.parameter().elements()];
            flat.get(place.start(), values);
            tensors.add(new Tensor(place.parameter().name(), place.parameter().shape(), values));
        }
        return Tensors.of(tensors);
    }

    @Override
    public void restoreMomentum(Tensors tensors) {
        confined();
        Arrays.fill(momentum, 0);
        if (tensors.size() > 0) {
            System.arraycopy(FlatVector.of(tensors, trainable), 0, momentum, 0, momentum.length);
        }
        clearPruned();
    }

    @Override
    public Tensors momentum() {
        confined();
        return FlatVector.tensors(momentum, trainable);
    }

    @Override
    public void mask(Mask mask) {
        confined();
        survivors = FlatVector.survivors(mask, trainable);
        clearPruned();
    }

    @Override
    public double step(Batch batch, Update update) {
        confined();
        sizeWorkspaces(batch.size());
        differentiate(examples.images(batch), batch.labels());
        FloatBuffer flatGradient = graphGradient.values();
        layout.gather(flatGradient, gradient);
        if (survivors == null) {
            Descent.apply(update, gradient, weights, momentum);
        } else {
            Descent.apply(update, gradient, weights, momentum, survivors);
        }
        FloatBuffer flat = graphState.values();
        layout.scatter(weights, flat);
        statistics.forEach(layer -> layer.update(flat, flatGradient, batch.size()));
        graphState.changed();
        return graph.score();
    }

    @Override
    public void readWeights(float[] into) {
        System.arraycopy(weights, 0, into, 0, weights.length);
    }

    @Override
    public void readGradient(float[] into) {
        System.arraycopy(gradient, 0, into, 0, gradient.length);
    }

    @Override
    public Evaluation evaluate(Batch batch) {
        confined();
        try (INDArray logits = graph.output(false, examples.images(batch))[0]) {
            return Evaluation.of(logits.dup('c').data().asFloat(), batch.labels(), batch.size());
        }
    }

    @Override
    public void close() {
        confined();
        graph.params().close();
        graph.getGradientsViewArray().close();
        examples.close();
        Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }

    /** ND4J's workspaces get their size in the first pass, so a run resumed at a partial batch begins with a whole one. */
    private void sizeWorkspaces(int batchSize) {
        if (!workspacesSized && batchSize < examples.capacity()) {
            differentiate(examples.first(examples.capacity()), new int[examples.capacity()]);
        }
        workspacesSized = true;
    }

    private void differentiate(INDArray images, int[] labels) {
        int count = (int) images.size(0);
        graph.setInputs(images);
        graph.setLabels(Nd4j.createFromArray(Arrays.copyOf(labels, count)).reshape(count, 1));
        graph.computeGradientAndScore();
    }

    private void clearPruned() {
        if (survivors != null) {
            for (int i = 0; i < survivors.length; i++) {
                if (survivors[i] == 0) {
                    weights[i] = 0;
                    momentum[i] = 0;
                }
            }
            layout.scatter(weights, graphState.values());
            graphState.changed();
        }
    }

    private void confined() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException(
                    "the session belongs to %s, not to %s".formatted(owner, Thread.currentThread()));
        }
    }
}
