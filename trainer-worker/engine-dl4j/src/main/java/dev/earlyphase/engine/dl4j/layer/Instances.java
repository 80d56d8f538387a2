package dev.earlyphase.engine.dl4j.layer;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What every Deeplearning4j layer configuration does with the layer it has just made. */
final class Instances {
    private Instances() {}

    static Layer prepare(Layer layer, NeuralNetConfiguration configuration, int index, INDArray view, boolean fresh) {
        layer.setIndex(index);
        layer.setParamsViewArray(view);
        layer.setParamTable(configuration.getLayer().initializer().init(configuration, view, fresh));
        layer.setConf(configuration);
        return layer;
    }
}
