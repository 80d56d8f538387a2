package dev.earlyphase.engine.dl4j.layer;

import java.nio.FloatBuffer;
import java.util.Collection;
import java.util.function.ObjIntConsumer;

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

/**
 * A ReLU that reads its input where it stands; Deeplearning4j's own copies it first, in both passes. In the processor's
 * memory it is computed in Java: ND4J's derivative takes several times as long.
 */
public final class PlainRelu extends ActivationLayer {
    /** Values that are too few to share among cores. */
    private static final int PART = 1 << 16;

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
            if (!Host.holds(input)) {
                return Nd4j.getExecutioner().exec(new RectifiedLinear(input, output));
            }
            FloatBuffer from = Host.values(input);
            FloatBuffer to = Host.values(output);
            eachPart(input, (x, start) -> {
                from.get(start, x);
                for (int i = 0; i < x.length; i++) {
                    x[i] = Math.max(0, x[i]);
                }
                to.put(start, x);
            });
            return output;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            assertInputSet(true);
            INDArray delta = like(input, ArrayType.ACTIVATION_GRAD, workspaces);
            if (Host.holds(input) && Host.holds(epsilon)) {
                cutOff(Host.values(input), Host.values(epsilon), Host.values(delta));
            } else {
                Nd4j.exec(new RectifiedLinearDerivative(input, epsilon, delta));
            }
            return new Pair<>(new DefaultGradient(), delta);
        }

        private void cutOff(FloatBuffer from, FloatBuffer outer, FloatBuffer inner) {
            eachPart(input, (x, start) -> {
                float[] delta = new float[x.length];
                from.get(start, x);
                outer.get(start, delta);
                for (int i = 0; i < x.length; i++) {
                    delta[i] *= Math.signum(Math.max(0, x[i]));
                }
                inner.put(start, delta);
            });
        }

        private static void eachPart(INDArray array, ObjIntConsumer<float[]> work) {
            int length = (int) array.length();
            Host.each(Math.ceilDiv(length, PART), part -> {
                int start = part * PART;
                work.accept(new float[Math.min(PART, length - start)], start);
            });
        }

        private static INDArray like(INDArray array, ArrayType type, LayerWorkspaceMgr workspaces) {
            return workspaces.createUninitialized(type, array.dataType(), array.shape(), array.ordering());
        }
    }
}
