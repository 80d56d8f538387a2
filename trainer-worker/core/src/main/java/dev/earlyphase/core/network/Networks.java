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

    /**
     * @param pruneOutput whether the weight of the last layer counts as prunable
     * @throws Invalid if the network does not take the images of the data set
     */
    public static Network build(NetworkName name, DataSetName dataSet, boolean pruneOutput) {
        name.checkTakes(dataSet);
        ImageShape input = new ImageShape(dataSet.channels(), dataSet.side(), dataSet.side());
        List<Layer> layers =
                switch (name) {
                    case LENET_300_100 -> LeNet.layers(input, DataSetName.CLASSES);
                    case CONV_2 -> ConvNet.layers(2, input, DataSetName.CLASSES);
                    case CONV_4 -> ConvNet.layers(4, input, DataSetName.CLASSES);
                    case CONV_6 -> ConvNet.layers(6, input, DataSetName.CLASSES);
                    case RESNET_20 -> ResNet.layers(3, input, DataSetName.CLASSES);
                    case RESNET_56 -> ResNet.layers(9, input, DataSetName.CLASSES);
                    case RESNET_18 -> ResNet18.withSmallStem(input, DataSetName.CLASSES);
                    case RESNET_18_IMAGENET_STEM -> ResNet18.withImageNetStem(input, DataSetName.CLASSES);
                    case VGG_13 -> Vgg.layers(input, DataSetName.CLASSES);
                    case WRN_16_8 -> WideResNet.layers(16, 8, input, DataSetName.CLASSES);
                };
        return new Network(
                name.id(), input, DataSetName.CLASSES, layers, pruneOutput ? Set.of() : Set.of(OUTPUT_WEIGHT));
    }
}
