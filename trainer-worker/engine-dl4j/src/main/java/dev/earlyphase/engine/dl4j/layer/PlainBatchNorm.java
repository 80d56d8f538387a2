package dev.earlyphase.engine.dl4j.layer;

import java.nio.FloatBuffer;
import java.util.Collection;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import dev.earlyphase.core.network.BatchNorm;

import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.BETA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GAMMA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_MEAN;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_VAR;

/**
 * Batch norm, and the ReLU behind it if there is one, in two passes over memory each way: Deeplearning4j's own takes so
 * many that it has nearly half of a ResNet-20's time. Computed in Java, so in the processor's memory only; every channel
 * by one thread, so that the number of threads changes no bit.
 */
public final class PlainBatchNorm extends BatchNormalization {
    private final boolean rectified;

    /** @param rectified whether a ReLU follows, which this layer then computes too */
    public PlainBatchNorm(BatchNorm norm, boolean rectified) {
        this.rectified = rectified;
        setNIn(norm.channels());
        setNOut(norm.channels());
        setUseLogStd(false);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray view,
            boolean fresh,
            DataType type) {
        return Instances.prepare(new Pass(configuration, type, rectified), configuration, index, view, fresh);
    }

    private static final class Pass extends org.deeplearning4j.nn.layers.normalization.BatchNormalization {
        private final boolean rectified;
        private transient Moments[] moments;
        private transient ChannelNorm[] norms;

        private Pass(NeuralNetConfiguration configuration, DataType type, boolean rectified) {
            super(configuration, type);
            this.rectified = rectified;
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
            assertInputSet(false);
            setInput(dense(input, workspaces), workspaces);
            INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, input.shape(), 'c');
            Planes planes = Planes.of(input);
            FloatBuffer from = Host.values(input);
            FloatBuffer to = Host.values(output);
            Moments[] moments = training ? new Moments[planes.channels()] : running();
            ChannelNorm[] norms = new ChannelNorm[planes.channels()];
            float[] gamma = getParam(GAMMA).toFloatVector();
            float[] beta = getParam(BETA).toFloatVector();
            Host.each(planes.channels(), i -> {
                if (training) {
                    moments[i] = Moments.of(planes, from, i);
                }
                norms[i] = ChannelNorm.of(moments[i], gamma[i], beta[i], rectified);
                norms[i].forward(planes, from, i, to);
            });
            this.moments = moments;
            this.norms = norms;
            return output;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            assertInputSet(true);
            INDArray outer = dense(epsilon, workspaces);
            INDArray inner = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
            Planes planes = Planes.of(input);
            FloatBuffer memory = Host.values(input);
            FloatBuffer from = Host.values(outer);
            FloatBuffer to = Host.values(inner);
            var slopes = new ChannelNorm.Slopes[planes.channels()];
            Host.each(planes.channels(), i -> slopes[i] = norms[i].backward(planes, memory, from, i, to));
            return new Pair<>(gradient(slopes), inner);
        }

        /** As Deeplearning4j's own leaves it: for running statistics what is to be taken from them. */
        private Gradient gradient(ChannelNorm.Slopes[] slopes) {
            Moments[] running = running();
            for (int i = 0; i < slopes.length; i++) {
                gradientViews.get(GAMMA).putScalar(i, slopes[i].gamma());
                gradientViews.get(BETA).putScalar(i, slopes[i].beta());
                gradientViews
                        .get(GLOBAL_MEAN)
                        .putScalar(i, BatchNorm.MOMENTUM * (running[i].mean() - moments[i].mean()));
                gradientViews
                        .get(GLOBAL_VAR)
                        .putScalar(i, BatchNorm.MOMENTUM * (running[i].variance() - moments[i].variance()));
            }
            Gradient gradient = new DefaultGradient();
            for (String key : new String[] {GAMMA, BETA, GLOBAL_MEAN, GLOBAL_VAR}) {
                gradient.setGradientFor(key, gradientViews.get(key));
            }
            return gradient;
        }

        private Moments[] running() {
            float[] means = getParam(GLOBAL_MEAN).toFloatVector();
            float[] variances = getParam(GLOBAL_VAR).toFloatVector();
            Moments[] running = new Moments[means.length];
            for (int i = 0; i < running.length; i++) {
                running[i] = new Moments(means[i], variances[i]);
            }
            return running;
        }

        private static INDArray dense(INDArray batch, LayerWorkspaceMgr workspaces) {
            return Host.holds(batch) ? batch : workspaces.dup(ArrayType.ACTIVATIONS, batch, 'c');
        }
    }
}
