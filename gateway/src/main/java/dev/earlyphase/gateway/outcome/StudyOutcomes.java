package dev.earlyphase.gateway.outcome;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.study.StudyView;

/**
 * A study with the outcomes of its trials.
 *
 * @param outcomes in the order of the study
 */
public record StudyOutcomes(StudyView study, List<Outcome> outcomes) {
    public StudyOutcomes {
        outcomes = List.copyOf(outcomes);
    }

    public StudyRequest request() {
        return study.request();
    }

    /** The dense run of each seed. */
    public List<Outcome> dense() {
        return trunk().filter(
                        outcome -> outcome.role().level() == 0 && outcome.role().rewind() == null)
                .toList();
    }

    /** Seeds of the dense runs, by trial. */
    public Map<String, Long> denseSeeds() {
        return seeds(dense());
    }

    /** The dense runs and the rounds of pruning that are rewound there. */
    public List<Outcome> chain(String rewind) {
        return trunk().filter(outcome -> outcome.role().rewind() == null
                        ? outcome.role().level() == 0
                        : outcome.role().rewind().equals(rewind))
                .toList();
    }

    /** Rewinding points of the chains, in the order of training. */
    public List<String> rewindingPoints() {
        return rewindingPoints(trunk());
    }

    /** What is left when the trunk is taken away: perturbed, pre-trained or otherwise treated. */
    public List<Outcome> ofFamily(String family) {
        return outcomes.stream()
                .filter(outcome -> family.equals(outcome.role().family()))
                .toList();
    }

    /** In the order of the study. */
    public Set<String> families() {
        return outcomes.stream()
                .map(outcome -> outcome.role().family())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How the results name the data set; before there are any, its id. */
    public String data() {
        String labels = outcomes.stream()
                .map(Outcome::dataLabel)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
        return labels.isEmpty() ? request().dataset().id() : labels;
    }

    /** Whether every trial has ended. */
    public boolean complete() {
        return outcomes.stream().allMatch(outcome -> outcome.state().ended());
    }

    public static Map<String, Long> seeds(List<Outcome> outcomes) {
        var seeds = new LinkedHashMap<String, Long>();
        outcomes.forEach(outcome -> seeds.put(outcome.trial(), outcome.role().seed()));
        return seeds;
    }

    /** Those of some outcomes, in the order of training. */
    public static List<String> rewindingPoints(Stream<Outcome> outcomes) {
        return outcomes.filter(outcome -> outcome.role().rewind() != null)
                .sorted(Comparator.comparingInt(Outcome::beginIteration))
                .map(outcome -> outcome.role().rewind())
                .distinct()
                .toList();
    }

    private Stream<Outcome> trunk() {
        return outcomes.stream().filter(Outcome::ofTrunk);
    }
}
