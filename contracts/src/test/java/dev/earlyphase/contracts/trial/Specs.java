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

    /** Specs with what came after pruning and rewinding, one new thing each or two. */
    public static final TrialSpec PERTURBED =
            further(PRUNED.start(), PRUNED.mask(), Perturbation.parse("noise:0.5"), null, null);

    public static final TrialSpec ROTATED =
            further(null, null, null, new Task("rotation", null, Task.Labels.PER_EPOCH), null);
    public static final TrialSpec PRETRAINED = further(
            new Start.Pretrained(ROTATED.id(), Moment.parse("2ep"), Start.Head.KEPT, Start.Counting.CONTINUED),
            new MaskSource.Shuffled(PRUNED.mask()),
            null,
            null,
            null);
    public static final TrialSpec REORDERED = further(null, null, null, new Task("random-labels", 0.5, null), 12L);
    public static final TrialSpec BETWEEN =
            further(new Start.Between(DENSE.id(), REORDERED.id(), 11, null), null, null, null, null);
    public static final TrialSpec SCORED = further(null, new MaskSource.Scored("snip", 0.2621, true), null, null, null);

    public static final List<TrialSpec> ALL =
            List.of(DENSE, PRUNED, RESIDUAL, UNUSUAL, HALF, PERTURBED, ROTATED, PRETRAINED, REORDERED, BETWEEN, SCORED);

    private Specs() {}

    private static TrialSpec further(
            Start start, MaskSource mask, Perturbation perturbation, Task task, Long orderSeed) {
        return new TrialSpec(
                DENSE.network(),
                DENSE.dataset(),
                DENSE.seed(),
                DENSE.training(),
                null,
                start,
                mask,
                perturbation,
                task,
                orderSeed);
    }

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
