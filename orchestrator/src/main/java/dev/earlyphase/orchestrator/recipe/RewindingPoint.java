package dev.earlyphase.orchestrator.recipe;

import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.trial.Moment;

/**
 * A moment k of a study's runs, from which others begin.
 *
 * @param name as the study writes it
 */
record RewindingPoint(String name, int iteration) {
    static final RewindingPoint BEGIN = new RewindingPoint(Moment.START.toString(), 0);

    /** Different ones, each before the end. */
    static List<RewindingPoint> of(List<Moment> moments, Setting setting, String field) {
        List<RewindingPoint> points = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            RewindingPoint point = of(moments.get(i), setting, field + "[" + i + "]");
            Check.that(
                    points.stream().noneMatch(other -> other.iteration == point.iteration),
                    field + "[" + i + "]",
                    moments.get(i),
                    "a moment that is not in the list yet, be it in other words");
            points.add(point);
        }
        return points;
    }

    static RewindingPoint of(Moment moment, Setting setting, String field) {
        int end = setting.end();
        int iteration = Moments.within(
                moment, setting.perEpoch(), end - 1, field, "a moment from 0it to before the end, " + end + "it");
        return new RewindingPoint(moment.toString(), iteration);
    }

    /** The points with this one before them, unless it is among them. */
    static List<RewindingPoint> with(RewindingPoint first, List<RewindingPoint> points) {
        if (points.stream().anyMatch(point -> point.iteration == first.iteration)) {
            return points;
        }
        List<RewindingPoint> all = new ArrayList<>(points);
        all.addFirst(first);
        return List.copyOf(all);
    }
}
