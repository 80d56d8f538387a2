package dev.earlyphase.gateway.figure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.earlyphase.contracts.study.AccuracyByDensity;
import dev.earlyphase.contracts.study.AccuracyByDensity.Point;
import dev.earlyphase.contracts.study.StudyView;

/** Gathers the outcomes of a study into the curves of {@link AccuracyByDensity}. */
final class Curves {
    private Curves() {}

    /** A trial without an accuracy, because it is to end yet or diverged, is in no point. */
    static AccuracyByDensity of(StudyView study, List<Outcome> outcomes) {
        return new AccuracyByDensity(
                study.id(),
                AccuracyByDensity.FIGURE,
                study.name(),
                names(outcomes.stream().map(Outcome::network)),
                data(outcomes),
                outcomes.stream().allMatch(outcome -> outcome.state().ended()),
                rewindingPoints(outcomes).stream()
                        .flatMap(rewind -> curve(rewind.orElse(null), outcomes))
                        .toList());
    }

    /** In the order of training; a study of dense runs alone has one curve without a rewinding point. */
    private static List<Optional<String>> rewindingPoints(List<Outcome> outcomes) {
        var points = outcomes.stream()
                .filter(outcome -> outcome.rewind() != null)
                .sorted(Comparator.comparingInt(Outcome::beginIteration))
                .map(outcome -> Optional.of(outcome.rewind()))
                .distinct()
                .toList();
        return points.isEmpty() ? List.of(Optional.empty()) : points;
    }

    /** The dense runs are the beginning of every curve. */
    private static Stream<Point> curve(String rewind, List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.testAccuracy() != null)
                .filter(outcome -> outcome.rewind() == null || outcome.rewind().equals(rewind))
                .collect(Collectors.groupingBy(Outcome::level))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(level -> point(rewind, level.getKey(), level.getValue()));
    }

    private static Point point(String rewind, int level, List<Outcome> seeds) {
        double density = seeds.stream()
                .map(Outcome::density)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(1.0);
        double[] accuracies = seeds.stream().mapToDouble(Outcome::testAccuracy).toArray();
        return new Point(
                rewind, level, density, Sample.mean(accuracies), Sample.standardDeviation(accuracies), seeds.size());
    }

    /** As the results call it; before there are any, by its id. */
    private static String data(List<Outcome> outcomes) {
        String labels = names(outcomes.stream().map(Outcome::dataLabel));
        return labels.isEmpty() ? names(outcomes.stream().map(Outcome::dataset)) : labels;
    }

    private static String names(Stream<String> names) {
        return names.filter(Objects::nonNull).distinct().sorted().collect(Collectors.joining("; "));
    }
}
