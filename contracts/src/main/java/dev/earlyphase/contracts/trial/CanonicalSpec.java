package dev.earlyphase.contracts.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.earlyphase.contracts.canonical.CanonicalJson;

/**
 * The canonical form of a {@link TrialSpec}: a field that has its default is left out, so that a field added later does
 * not change the ids of the trials that do without it. The defaults here must therefore never change.
 */
public final class CanonicalSpec {
    private CanonicalSpec() {}

    public static TrialId id(TrialSpec spec) {
        return new TrialId(CanonicalJson.sha256(members(spec)));
    }

    /** The text whose SHA-256 is the id. */
    public static String text(TrialSpec spec) {
        return CanonicalJson.write(members(spec));
    }

    private static Map<String, Object> members(TrialSpec spec) {
        var members = new Members();
        members.always("network", spec.network().id());
        members.always("dataset", spec.dataset().id());
        members.always("seed", spec.seed());
        members.always("training", training(spec.training()));
        members.unless(Initialisation.ONES, "initialisation", spec.initialisation());
        members.unless(null, "start", start(spec.start()));
        members.unless(null, "mask", mask(spec.mask()));
        members.unless(
                null,
                "perturbation",
                spec.perturbation() == null ? null : spec.perturbation().toString());
        members.unless(null, "task", spec.task() == null ? null : task(spec.task()));
        members.unless(null, "orderSeed", spec.orderSeed());
        return members.map;
    }

    private static Map<String, Object> training(Training training) {
        var members = new Members();
        members.always("end", training.end().toString());
        members.unless(128, "batchSize", training.batchSize());
        members.unless(0.1, "learningRate", training.learningRate());
        members.unless(0.9, "momentum", training.momentum());
        members.unless(1e-4, "weightDecay", training.weightDecay());
        members.unless(
                List.of(),
                "milestones",
                training.milestones().stream().map(Moment::toString).toList());
        members.unless(0.1, "decay", training.decay());
        members.unless("0it", "warmup", training.warmup().toString());
        members.unless(true, "augment", training.augment());
        members.unless(null, "trainExamples", training.trainExamples());
        members.unless(Precision.FP32.id(), "precision", training.precision().id());
        return members.map;
    }

    private static Map<String, Object> task(Task task) {
        var members = new Members();
        members.always("kind", task.kind());
        members.unless(1.0, "fraction", task.fraction());
        members.unless(Task.Labels.PER_IMAGE, "labels", task.labels());
        return members.map;
    }

    private static Map<String, Object> start(Start start) {
        return switch (start) {
            case Start.Initialisation drawn -> null;
            case Start.Rewound rewound -> rewound(rewound);
            case Start.Pretrained learnt -> pretrained(learnt);
            case Start.Between between -> between(between);
        };
    }

    /** Rewound starts came first, so that they go without a kind. */
    private static Map<String, Object> rewound(Start.Rewound rewound) {
        var members = new Members();
        members.always("trial", rewound.trial().value());
        members.always("moment", rewound.moment().toString());
        members.unless(Start.Momentum.ZERO, "momentum", rewound.momentum());
        members.unless(Start.BatchNorm.RESTORED, "batchNorm", rewound.batchNorm());
        members.unless(Start.Schedule.RESUMED, "schedule", rewound.schedule());
        return members.map;
    }

    private static Map<String, Object> pretrained(Start.Pretrained learnt) {
        var members = new Members();
        members.always("kind", "pretrained");
        members.always("trial", learnt.trial().value());
        members.always("moment", learnt.moment().toString());
        members.unless(Start.Head.REDRAWN, "head", learnt.head());
        members.unless(Start.Counting.ANEW, "counting", learnt.counting());
        return members.map;
    }

    private static Map<String, Object> between(Start.Between between) {
        var members = new Members();
        members.always("kind", "between");
        members.always("from", between.from().value());
        members.always("to", between.to().value());
        members.unless(30, "points", between.points());
        members.unless(5_120, "examples", between.examples());
        return members.map;
    }

    private static Map<String, Object> mask(MaskSource mask) {
        return switch (mask) {
            case MaskSource.Dense dense -> null;
            case MaskSource.Pruned pruned -> pruned(pruned);
            case MaskSource.Scored scored -> scored(scored);
            case MaskSource.Shuffled shuffled -> Map.of("kind", "shuffled", "of", mask(shuffled.of()));
        };
    }

    private static Map<String, Object> scored(MaskSource.Scored scored) {
        var members = new Members();
        members.always("kind", "scored");
        members.always("rule", scored.rule());
        members.always("density", scored.density());
        members.unless(null, "outputLayer", scored.outputLayer());
        return members.map;
    }

    /** Pruned masks came first, so that they go without a kind. */
    private static Map<String, Object> pruned(MaskSource.Pruned pruned) {
        var members = new Members();
        members.always("trial", pruned.trial().value());
        members.unless(0.2, "fraction", pruned.pruning().fraction());
        members.unless(Pruning.Scope.GLOBAL, "scope", pruned.pruning().scope());
        members.unless(null, "outputLayer", pruned.pruning().outputLayer());
        return members.map;
    }

    /** Members of an object, without those that have their default. */
    private static final class Members {
        private final Map<String, Object> map = new LinkedHashMap<>();

        void always(String name, Object value) {
            map.put(name, value);
        }

        void unless(Object defaultValue, String name, Object value) {
            if (value != null && !value.equals(defaultValue)) {
                map.put(name, value instanceof Enum<?> choice ? id(choice) : value);
            }
        }

        private static String id(Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
