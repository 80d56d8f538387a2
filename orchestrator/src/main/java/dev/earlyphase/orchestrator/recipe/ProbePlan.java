package dev.earlyphase.orchestrator.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import dev.earlyphase.contracts.study.Observe.ProbeRequest;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Probe;
import dev.earlyphase.contracts.trial.TrialSpec;

/**
 * A measurement that a study wants of each of its trials.
 *
 * @param given iterations; null for those of a logarithmic axis, three a decade, 0 and the trial's end
 */
record ProbePlan(String kind, List<Integer> given, Map<String, Double> options) {
    private static final int A_DECADE = 3;

    static ProbePlan of(ProbeRequest request, Setting setting, String field) {
        Kinds.checkProbe(request.kind(), request.options(), field);
        List<Moment> moments = request.moments();
        if (moments == null) {
            return new ProbePlan(request.kind(), null, request.options());
        }
        List<Integer> given = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            given.add(Moments.inRun(moments.get(i), setting, field + ".moments[" + i + "]"));
        }
        return new ProbePlan(request.kind(), given, request.options());
    }

    /** At those iterations that lie in the trial; empty where none does. */
    Optional<Probe> of(TrialSpec spec) {
        IntStream wanted =
                given == null ? axis(spec.endIteration()) : given.stream().mapToInt(Integer::intValue);
        List<Integer> iterations = wanted.filter(
                        iteration -> iteration >= spec.beginIteration() && iteration <= spec.endIteration())
                .boxed()
                .toList();
        return iterations.isEmpty() ? Optional.empty() : Optional.of(new Probe(kind, iterations, options));
    }

    /** 0, 1, 2, 5, 10, 22, 46, 100, … and the end. */
    private static IntStream axis(int end) {
        IntStream spaced = LongStream.iterate(0, step -> step + 1)
                .map(step -> Math.round(Math.pow(10, (double) step / A_DECADE)))
                .takeWhile(iteration -> iteration < end)
                .mapToInt(Math::toIntExact);
        return IntStream.concat(IntStream.concat(IntStream.of(0), spaced), IntStream.of(end));
    }
}
