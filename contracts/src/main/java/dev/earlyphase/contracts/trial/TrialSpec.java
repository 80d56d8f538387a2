package dev.earlyphase.contracts.trial;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;

/**
 * Everything that decides the outcome of one training run, and nothing else: what is merely observed of it is
 * {@link Observations}. Its SHA-256 in {@link CanonicalSpec canonical form} is the trial's id.
 *
 * @param dataset one whose images the network takes
 * @param seed of every random draw: initial weights, data order, augmentation
 * @param training all of its moments in iterations, so that equal runs are equal specs
 * @param initialisation how batch-norm scales are drawn
 * @param start the state from which training begins
 * @param mask which weights take part
 */
public record TrialSpec(
        NetworkName network,
        DataSetName dataset,
        long seed,
        Training training,
        Initialisation initialisation,
        Start start,
        MaskSource mask) {
    public TrialSpec {
        Check.given(network, "network", "the name of a network");
        Check.given(dataset, "dataset", "the name of a data set");
        Check.given(training, "training", "the training settings");
        network.checkTakes(dataset);
        try {
            training = training.inIterations(dataset);
        } catch (Invalid invalid) {
            throw invalid.under("training");
        }
        initialisation = initialisation == null ? Initialisation.ONES : initialisation;
        start = canonical(start, training.iterationsPerEpoch(dataset));
        mask = mask == null ? new MaskSource.Dense() : mask;
        Check.that(
                begin(start) < training.end().iterations(),
                "start.moment",
                begin(start) + "it",
                "a moment from 0it to before the end, " + training.end());
    }

    /** The identity: equal specs have equal ids, whoever submits them. */
    @JsonIgnore
    public TrialId id() {
        return CanonicalSpec.id(this);
    }

    /** The iteration at which training begins: that of the rewinding point, else 0. */
    @JsonIgnore
    public int beginIteration() {
        return begin(start);
    }

    /** The iteration at which training ends; so many iterations have been run by then since 0. */
    @JsonIgnore
    public int endIteration() {
        return training.end().iterations();
    }

    @JsonIgnore
    public int iterationsPerEpoch() {
        return training.iterationsPerEpoch(dataset);
    }

    /** The trials whose outcome this one needs. */
    @JsonIgnore
    public List<TrialId> parents() {
        return Stream.of(startParent(), maskParent())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Optional<TrialId> startParent() {
        return switch (start) {
            case Start.Initialisation drawn -> Optional.empty();
            case Start.Rewound rewound -> Optional.of(rewound.trial());
        };
    }

    private Optional<TrialId> maskParent() {
        return switch (mask) {
            case MaskSource.Dense dense -> Optional.empty();
            case MaskSource.Pruned pruned -> Optional.of(pruned.trial());
        };
    }

    private static Start canonical(Start start, int iterationsPerEpoch) {
        return switch (start) {
            case null -> new Start.Initialisation();
            case Start.Initialisation drawn -> drawn;
            case Start.Rewound rewound ->
                new Start.Rewound(
                        rewound.trial(),
                        rewound.moment().inIterations(iterationsPerEpoch),
                        rewound.momentum(),
                        rewound.batchNorm(),
                        rewound.schedule());
        };
    }

    private static int begin(Start start) {
        return switch (start) {
            case Start.Initialisation drawn -> 0;
            case Start.Rewound rewound -> rewound.moment().iterations();
        };
    }
}
