package dev.earlyphase.engine.dl4j.layer;

import java.util.Collection;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinearDerivative;
import org.nd4j.linalg.factory.Nd4j;

/** A ReLU that reads its input where it stands; Deeplearning4j's own copies it first, in both passes. */
public final class PlainRelu extends ActivationLayer {
    public PlainRelu() {
        super(Activation.RELU);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray view,
            boolean fresh,
            DataType type) {
        return Instances.prepare(new Pass(configuration, type), configuration, index, view, fresh);
    }

    private static final class Pass extends org.deeplearning4j.nn.layers.ActivationLayer {
        private Pass(NeuralNetConfiguration configuration, DataType type) {
            super(configuration, type);
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
            assertInputSet(false);
            INDArray output = like(input, ArrayType.ACTIVATIONS, workspaces);
            return Nd4j.getExecutioner().exec(new RectifiedLinear(input, output));
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            assertInputSet(true);
            INDArray delta = like(input, ArrayType.ACTIVATION_GRAD, workspaces);
            Nd4j.exec(new RectifiedLinearDerivative(input, epsilon, delta));
            return new Pair<>(new DefaultGradient(), delta);
        }

        private static INDArray like(INDArray array, ArrayType type, LayerWorkspaceMgr workspaces) {
            return workspaces.createUninitialized(type, array.dataType(), array.shape(), array.ordering());
        }
    }
}
