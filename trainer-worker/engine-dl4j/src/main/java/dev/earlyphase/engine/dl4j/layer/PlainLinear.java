package dev.earlyphase.engine.dl4j.layer;

import java.nio.FloatBuffer;
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
        protected INDArray preOutput(boolean training, LayerWorkspaceMgr workspaces) {
            assertInputSet(false);
            INDArray weight = getParam(DefaultParamInitializer.WEIGHT_KEY);
            INDArray bias = getParam(DefaultParamInitializer.BIAS_KEY);
            INDArray output = product(weight.transpose(), input, ArrayType.ACTIVATIONS, workspaces);
            if (Host.holds(output)) {
                addToRows(bias.toFloatVector(), Host.values(output), (int) output.size(0));
                return output;
            }
            return output.addiRowVector(bias);
        }

        /** ND4J would take a third as long for this as for the product. */
        private static void addToRows(float[] bias, FloatBuffer output, int rows) {
            float[] row = new float[bias.length];
            for (int start = 0; start < rows * row.length; start += row.length) {
                output.get(start, row);
                for (int i = 0; i < row.length; i++) {
                    row[i] += bias[i];
                }
                output.put(start, row);
            }
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
            return product(getParam(DefaultParamInitializer.WEIGHT_KEY), delta, ArrayType.ACTIVATION_GRAD, workspaces);
        }

        /** {@code rows·matrixᵀ} in the order of its indices, which ND4J would have to copy it into. */
        private static INDArray product(INDArray matrix, INDArray rows, ArrayType type, LayerWorkspaceMgr workspaces) {
            INDArray transposed = workspaces.createUninitialized(
                    type, rows.dataType(), new long[] {matrix.size(0), rows.size(0)}, 'f');
            return matrix.mmuli(rows.transpose(), transposed).transpose();
        }
    }
}
