package dev.earlyphase.contracts.trial;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;

/**
 * Everything that decides the outcome of one training run, and nothing else: what is merely observed of it is
 * {@link Observations}. Its SHA-256 in {@link CanonicalSpec canonical form} is the trial's id.
 *
 * @param dataset one whose images the network takes
 * @param seed of every random draw: initial weights, data order, augmentation, perturbation
 * @param training all of its moments in iterations, so that equal runs are equal specs
 * @param initialisation how batch-norm scales are drawn
 * @param start the state from which training begins
 * @param mask which weights take part
 * @param perturbation of the surviving weights at the begin; null for none
 * @param task what is learnt; null for the data set's own labels
 * @param orderSeed of the data order and augmentation alone; null for {@code seed}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialSpec(
        NetworkName network,
        DataSetName dataset,
        long seed,
        Training training,
        Initialisation initialisation,
        Start start,
        MaskSource mask,
        Perturbation perturbation,
        Task task,
        Long orderSeed) {
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
        orderSeed = orderSeed != null && orderSeed == seed ? null : orderSeed;
        int last = training.end().iterations();
        Check.that(
                start instanceof Start.Between || begin(start, last) < last,
                "start.moment",
                begin(start, last) + "it",
                "a moment from 0it to before the end, " + training.end());
    }

    /** A trial on the data set's own labels, unperturbed, its data order of its own seed. */
    public TrialSpec(
            NetworkName network,
            DataSetName dataset,
            long seed,
            Training training,
            Initialisation initialisation,
            Start start,
            MaskSource mask) {
        this(network, dataset, seed, training, initialisation, start, mask, null, null, null);
    }

    /** The identity: equal specs have equal ids, whoever submits them. */
    @JsonIgnore
    public TrialId id() {
        return CanonicalSpec.id(this);
    }

    /** The iteration at which training begins: that of the rewinding point, else 0; the end where nothing is trained. */
    @JsonIgnore
    public int beginIteration() {
        return begin(start, endIteration());
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

    /** The seed of data order and augmentation. */
    @JsonIgnore
    public long orderingSeed() {
        return orderSeed == null ? seed : orderSeed;
    }

    /** The trials whose outcome this one needs. */
    @JsonIgnore
    public List<TrialId> parents() {
        return Stream.concat(start.parents().stream(), mask.parent().stream())
                .distinct()
                .toList();
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
            case Start.Pretrained learnt ->
                new Start.Pretrained(
                        learnt.trial(),
                        learnt.moment().inIterations(iterationsPerEpoch),
                        learnt.head(),
                        learnt.counting());
            case Start.Between between -> between;
        };
    }

    private static int begin(Start start, int end) {
        return switch (start) {
            case Start.Initialisation drawn -> 0;
            case Start.Rewound rewound -> rewound.moment().iterations();
            case Start.Pretrained learnt ->
                switch (learnt.counting()) {
                    case ANEW -> 0;
                    case CONTINUED -> learnt.moment().iterations();
                };
            case Start.Between between -> end;
        };
    }
}
