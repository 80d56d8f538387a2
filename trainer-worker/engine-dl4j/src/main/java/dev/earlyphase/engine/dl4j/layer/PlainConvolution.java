package dev.earlyphase.engine.dl4j.layer;

import java.util.Collection;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import dev.earlyphase.core.network.Convolution;

/** A convolution without activation. Deeplearning4j's own computes its output a second time in the backward pass. */
public final class PlainConvolution extends ConvolutionLayer {
    public PlainConvolution(Convolution convolution) {
        super(new ConvolutionLayer.Builder(convolution.kernel(), convolution.kernel())
                .nIn(convolution.inputs())
                .nOut(convolution.outputs())
                .stride(convolution.stride(), convolution.stride())
                .padding(convolution.padding(), convolution.padding())
                .convolutionMode(ConvolutionMode.Truncate)
                .hasBias(convolution.bias())
                .activation(Activation.IDENTITY));
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

    private static final class Pass extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer {
        private transient INDArray output;

        private Pass(NeuralNetConfiguration configuration, DataType type) {
            super(configuration, type);
        }

        @Override
        protected Pair<INDArray, INDArray> preOutput(boolean training, boolean backward, LayerWorkspaceMgr workspaces) {
            Pair<INDArray, INDArray> computed = super.preOutput(training, backward, workspaces);
            output = computed.getFirst();
            return computed;
        }

        /** Asked for in the backward pass only, where the helper needs nothing of it but the shape. */
        @Override
        protected Pair<INDArray, INDArray> preOutput4d(
                boolean training, boolean backward, LayerWorkspaceMgr workspaces) {
            return helper == null ? super.preOutput4d(training, backward, workspaces) : new Pair<>(output, null);
        }
    }
}
