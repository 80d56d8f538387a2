package dev.earlyphase.engine.dl4j;

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;

import dev.earlyphase.core.network.AveragePool;
import dev.earlyphase.core.network.BatchNorm;
import dev.earlyphase.core.network.Convolution;
import dev.earlyphase.core.network.Flatten;
import dev.earlyphase.core.network.GlobalAveragePool;
import dev.earlyphase.core.network.ImageShape;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.MaxPool;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Relu;
import dev.earlyphase.core.network.Residual;
import dev.earlyphase.engine.dl4j.layer.PlainBatchNorm;
import dev.earlyphase.engine.dl4j.layer.PlainConvolution;
import dev.earlyphase.engine.dl4j.layer.PlainLinear;
import dev.earlyphase.engine.dl4j.layer.PlainRelu;

/**
 * A network written as the configuration of a ComputationGraph. A vertex with tensors has the name of its layer, so that
 * {@code conv.weight} is the parameter W of the vertex {@code conv}.
 */
final class GraphDescription {
    private static final String INPUT = "input";
    private static final String OUTPUT = "loss";

    /** Where the graph ends so far: the vertex and its output, a vector or an image. */
    private record Tip(String vertex, ImageShape shape, boolean vector) {}

    private final ComputationGraphConfiguration.GraphBuilder graph = new NeuralNetConfiguration.Builder()
            .updater(new NoOp())
            .graphBuilder()
            .addInputs(INPUT);
    private final List<Normalised> norms = new ArrayList<>();
    private final boolean plainNorm;
    private int unnamed;

    private GraphDescription(boolean plainNorm) {
        this.plainNorm = plainNorm;
    }

    /**
     * @param norms the batch-norm layers
     * @param vectorInput whether the graph takes each image as a vector
     */
    record Described(ComputationGraphConfiguration configuration, List<Normalised> norms, boolean vectorInput) {}

    /**
     * A batch-norm layer where it stands in the network.
     *
     * @param positions pixels of one channel of one example
     */
    record Normalised(BatchNorm norm, int positions) {}

    /** @param plainNorm whether batch norm is to be computed by {@link PlainBatchNorm} */
    static Described of(Network network, boolean plainNorm) {
        var description = new GraphDescription(plainNorm);
        boolean vectorInput = network.layers().getFirst() instanceof Flatten;
        Tip logits = description.append(network.layers(), new Tip(INPUT, network.input(), vectorInput));
        LossLayer loss = new LossLayer.Builder(new CrossEntropy())
                .activation(Activation.IDENTITY)
                .build();
        description
                .graph
                .addLayer(OUTPUT, loss, description.flat(logits).vertex())
                .setOutputs(OUTPUT);
        return new Described(description.graph.build(), List.copyOf(description.norms), vectorInput);
    }

    private Tip append(List<dev.earlyphase.core.network.Layer> layers, Tip input) {
        Tip tip = input;
        for (int i = 0; i < layers.size(); i++) {
            boolean rectified = i + 1 < layers.size() && layers.get(i + 1) instanceof Relu;
            if (plainNorm && rectified && layers.get(i) instanceof BatchNorm norm) {
                tip = normalise(norm, true, tip);
                i++;
            } else {
                tip = append(layers.get(i), tip);
            }
        }
        return tip;
    }

    private Tip append(dev.earlyphase.core.network.Layer layer, Tip tip) {
        ImageShape output = layer.output(tip.shape());
        return switch (layer) {
            case Convolution convolution ->
                add(convolution.name(), new PlainConvolution(convolution), tip, output, false);
            case Linear linear -> {
                Tip vector = flat(tip);
                boolean first = vector.vertex().equals(INPUT);
                yield add(linear.name(), new PlainLinear(linear, first), vector, output, true);
            }
            case BatchNorm norm -> normalise(norm, false, tip);
            case Relu relu -> add(unnamed("relu"), new PlainRelu(), tip, output, tip.vector());
            case MaxPool pool ->
                add(
                        unnamed("pool"),
                        pool(SubsamplingLayer.PoolingType.MAX, pool.size(), pool.stride(), pool.padding()),
                        tip,
                        output,
                        false);
            case AveragePool pool ->
                add(
                        unnamed("pool"),
                        pool(SubsamplingLayer.PoolingType.AVG, pool.size(), pool.stride(), 0),
                        tip,
                        output,
                        false);
            case GlobalAveragePool pool ->
                add(unnamed("pool"), new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), tip, output, true);
            case Flatten flatten -> flat(tip);
            case Residual residual -> {
                Tip body = append(residual.body(), tip);
                Tip shortcut = append(residual.shortcut(), tip);
                String sum = unnamed("sum");
                graph.addVertex(sum, new ElementWiseVertex(ElementWiseVertex.Op.Add), body.vertex(), shortcut.vertex());
                yield new Tip(sum, output, body.vector());
            }
        };
    }

    private Tip normalise(BatchNorm norm, boolean rectified, Tip tip) {
        norms.add(new Normalised(norm, tip.shape().height() * tip.shape().width()));
        Layer layer = plainNorm ? new PlainBatchNorm(norm, rectified) : batchNorm(norm);
        return add(norm.name(), layer, tip, tip.shape(), tip.vector());
    }

    private Tip add(String name, Layer layer, Tip input, ImageShape output, boolean vector) {
        graph.addLayer(name, layer, input.vertex());
        return new Tip(name, output, vector);
    }

    private Tip flat(Tip tip) {
        ImageShape shape = tip.shape();
        if (tip.vector()) {
            return new Tip(tip.vertex(), ImageShape.vector(shape.elements()), true);
        }
        String name = unnamed("flatten");
        var rows = new CnnToFeedForwardPreProcessor(shape.height(), shape.width(), shape.channels());
        graph.addVertex(name, new PreprocessorVertex(rows), tip.vertex());
        return new Tip(name, ImageShape.vector(shape.elements()), true);
    }

    private String unnamed(String kind) {
        return kind + "#" + unnamed++;
    }

    private static BatchNormalization batchNorm(BatchNorm norm) {
        return new BatchNormalization.Builder()
                .nIn(norm.channels())
                .nOut(norm.channels())
                .decay(1 - BatchNorm.MOMENTUM)
                .eps(BatchNorm.EPSILON)
                .useLogStd(false)
                .build();
    }

    private static SubsamplingLayer pool(SubsamplingLayer.PoolingType type, int size, int stride, int padding) {
        return new SubsamplingLayer.Builder(type)
                .kernelSize(size, size)
                .stride(stride, stride)
                .padding(padding, padding)
                .convolutionMode(ConvolutionMode.Truncate)
                .build();
    }
}
