package dev.earlyphase.contracts.trial;

import java.util.List;

import dev.earlyphase.contracts.catalog.NetworkName;

/** The training that the papers give each network; augmentation only takes place on data sets that allow it. */
public final class UsualTraining {
    private UsualTraining() {}

    /**
     * LeNet: plain SGD at 0.1, as in the authors' code. Residual networks and VGG: the shared recipe of the paper (its
     * Table A1).
     */
    public static Training of(NetworkName network) {
        return switch (network) {
            case LENET_300_100 -> small(0.1, 0);
            case CONV_2, CONV_4, CONV_6 -> small(0.01, 0.9);
            case RESNET_20, RESNET_56, RESNET_18, RESNET_18_IMAGENET_STEM, VGG_13, WRN_16_8 -> shared();
        };
    }

    private static Training small(double learningRate, double momentum) {
        return new Training(
                Moment.ofEpochs(40), 128, learningRate, momentum, 0.0, List.of(), 0.1, Moment.START, false, null, null);
    }

    private static Training shared() {
        var milestones = List.of(Moment.ofEpochs(80), Moment.ofEpochs(120));
        return new Training(Moment.ofEpochs(160), 128, 0.1, 0.9, 1e-4, milestones, 0.1, Moment.START, true, null, null);
    }
}
