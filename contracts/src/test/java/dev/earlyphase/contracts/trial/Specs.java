package dev.earlyphase.contracts.trial;

import java.util.List;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.study.TrainingOptions;

/** A spec of each kind, for tests. */
public final class Specs {
    public static final TrialSpec DENSE = lenet(1, "4ep");
    public static final TrialSpec PRUNED = new TrialSpec(
            NetworkName.LENET_300_100,
            DataSetName.MNIST,
            1,
            DENSE.training(),
            null,
            new Start.Rewound(DENSE.id(), Moment.parse("200it"), null, null, null),
            new MaskSource.Pruned(DENSE.id(), null));
    public static final TrialSpec RESIDUAL = new TrialSpec(
            NetworkName.RESNET_20,
            DataSetName.CIFAR_10,
            1,
            TrainingOptions.DEFAULT.resolve(NetworkName.RESNET_20, DataSetName.CIFAR_10),
            null,
            null,
            null);
    /** Every field but precision other than its default. */
    public static final TrialSpec UNUSUAL = new TrialSpec(
            NetworkName.CONV_4,
            DataSetName.FASHION_MNIST,
            -7,
            new Training(
                    Moment.parse("2ep5it"),
                    64,
                    0.05,
                    0.5,
                    0.001,
                    List.of(Moment.parse("1ep")),
                    0.2,
                    Moment.parse("10it"),
                    false,
                    4096,
                    null),
            Initialisation.UNIFORM,
            new Start.Rewound(
                    DENSE.id(),
                    Moment.parse("1it"),
                    Start.Momentum.RESTORED,
                    Start.BatchNorm.RESET,
                    Start.Schedule.RESTARTED),
            new MaskSource.Pruned(RESIDUAL.id(), new Pruning(0.5, Pruning.Scope.LAYER, true)));

    /** A network and a precision that came later. */
    public static final TrialSpec HALF = new TrialSpec(
            NetworkName.VGG_13,
            DataSetName.CIFAR_10,
            1,
            new TrainingOptions(null, null, null, null, null, null, null, null, null, null, Precision.BF16)
                    .resolve(NetworkName.VGG_13, DataSetName.CIFAR_10),
            null,
            null,
            null);

    public static final List<TrialSpec> ALL = List.of(DENSE, PRUNED, RESIDUAL, UNUSUAL, HALF);

    private Specs() {}

    public static TrialSpec lenet(long seed, String end) {
        var options =
                new TrainingOptions(Moment.parse(end), null, null, null, null, null, null, null, null, null, null);
        return new TrialSpec(
                NetworkName.LENET_300_100,
                DataSetName.MNIST,
                seed,
                options.resolve(NetworkName.LENET_300_100, DataSetName.MNIST),
                null,
                null,
                null);
    }
}
