package dev.earlyphase.engine.dl4j.layer;

import java.util.Collection;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import dev.earlyphase.core.network.Linear;

/**
 * A linear layer without activation. Deeplearning4j's own computes its output a second time in the backward pass, and the
 * gradient of its input even where that is the image, which nobody asks for: half of the work in LeNet-300-100.
 */
public final class PlainLinear extends DenseLayer {
    private final boolean first;

    /** @param first whether the input is the image itself */
    public PlainLinear(Linear linear, boolean first) {
        this.first = first;
        setNIn(linear.inputs());
        setNOut(linear.outputs());
        setActivationFn(new ActivationIdentity());
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray view,
            boolean fresh,
            DataType type) {
        return Instances.prepare(new Pass(configuration, type, first), configuration, index, view, fresh);
    }

    private static final class Pass extends org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer {
        private final boolean first;

        private Pass(NeuralNetConfiguration configuration, DataType type, boolean first) {
            super(configuration, type);
            this.first = first;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray delta, LayerWorkspaceMgr workspaces) {
            assertInputSet(true);
            INDArray weightGradient = gradientViews.get(DefaultParamInitializer.WEIGHT_KEY);
            INDArray biasGradient = gradientViews.get(DefaultParamInitializer.BIAS_KEY);
            Nd4j.gemm(input, delta, weightGradient, true, false, 1, 0);
            delta.sum(biasGradient, 0);
            Gradient gradient = new DefaultGradient();
            gradient.gradientForVariable().put(DefaultParamInitializer.WEIGHT_KEY, weightGradient);
            gradient.gradientForVariable().put(DefaultParamInitializer.BIAS_KEY, biasGradient);
            return new Pair<>(gradient, first ? null : inputGradient(delta, workspaces));
        }

        private INDArray inputGradient(INDArray delta, LayerWorkspaceMgr workspaces) {
            INDArray weight = getParam(DefaultParamInitializer.WEIGHT_KEY);
            INDArray transposed = workspaces.createUninitialized(
                    ArrayType.ACTIVATION_GRAD, delta.dataType(), new long[] {weight.size(0), delta.size(0)}, 'f');
            return weight.mmuli(delta.transpose(), transposed).transpose();
        }
    }
}
