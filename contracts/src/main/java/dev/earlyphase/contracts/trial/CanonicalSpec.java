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
        switch (spec.start()) {
            case Start.Initialisation drawn -> {}
            case Start.Rewound rewound -> members.always("start", rewound(rewound));
        }
        switch (spec.mask()) {
            case MaskSource.Dense dense -> {}
            case MaskSource.Pruned pruned -> members.always("mask", pruned(pruned));
        }
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

    private static Map<String, Object> rewound(Start.Rewound rewound) {
        var members = new Members();
        members.always("trial", rewound.trial().value());
        members.always("moment", rewound.moment().toString());
        members.unless(Start.Momentum.ZERO, "momentum", rewound.momentum());
        members.unless(Start.BatchNorm.RESTORED, "batchNorm", rewound.batchNorm());
        members.unless(Start.Schedule.RESUMED, "schedule", rewound.schedule());
        return members.map;
    }

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
                map.put(name, value instanceof Enum<?> choice ? choice.name().toLowerCase(Locale.ROOT) : value);
            }
        }
    }
}
