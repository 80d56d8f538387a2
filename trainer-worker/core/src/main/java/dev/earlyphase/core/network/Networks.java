package dev.earlyphase.core.network;

import java.util.List;
import java.util.Set;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.DomainException.Invalid;

/** The networks on offer, built for the images and classes of a data set. */
public final class Networks {
    private static final String OUTPUT_WEIGHT = "fc.weight";

    private Networks() {}

    /** A network whose output layer is prunable or not as is usual for it. */
    public static Network build(NetworkName name, DataSetName dataSet) {
        return build(name, dataSet, name.pruneOutputLayer());
    }

    /** A network for the data set's own classes. */
    public static Network build(NetworkName name, DataSetName dataSet, boolean pruneOutput) {
        return build(name, dataSet, pruneOutput, DataSetName.CLASSES);
    }

    /**
     * @param pruneOutput whether the weight of the last layer counts as prunable
     * @param classes that are told apart, which a task may change
     * @throws Invalid if the network does not take the images of the data set
     */
    public static Network build(NetworkName name, DataSetName dataSet, boolean pruneOutput, int classes) {
        name.checkTakes(dataSet);
        ImageShape input = new ImageShape(dataSet.channels(), dataSet.side(), dataSet.side());
        List<Layer> layers =
                switch (name) {
                    case LENET_300_100 -> LeNet.layers(input, classes);
                    case CONV_2 -> ConvNet.layers(2, input, classes);
                    case CONV_4 -> ConvNet.layers(4, input, classes);
                    case CONV_6 -> ConvNet.layers(6, input, classes);
                    case RESNET_20 -> ResNet.layers(3, input, classes);
                    case RESNET_56 -> ResNet.layers(9, input, classes);
                    case RESNET_18 -> ResNet18.withSmallStem(input, classes);
                    case RESNET_18_IMAGENET_STEM -> ResNet18.withImageNetStem(input, classes);
                    case VGG_13 -> Vgg.layers(input, classes);
                    case WRN_16_8 -> WideResNet.layers(16, 8, input, classes);
                };
        return new Network(name.id(), input, classes, layers, pruneOutput ? Set.of() : Set.of(OUTPUT_WEIGHT));
    }
}
