package dev.earlyphase.gateway.figure.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Point.Sample;
import dev.earlyphase.gateway.sample.Samples;
import dev.earlyphase.gateway.series.Measured;

/** What was measured over iterations. */
final class IterationCurves {
    private IterationCurves() {}

    /**
     * One of the values of each measurement.
     *
     * @param seeds of the trials, by their ids
     * @param index of the value; a measurement that has fewer is in no point
     */
    static Curve of(String name, Curve.Kind kind, List<Measured> measured, int index, Map<String, Long> seeds) {
        var samples = new ArrayList<Sample>();
        for (Measured one : measured) {
            Double value = index < one.values().size() ? one.values().get(index) : null;
            if (value != null) {
                samples.add(new Sample(seeds.get(one.trial()), value, one.trial(), one.iteration()));
            }
        }
        return of(name, kind, samples);
    }

    static Curve of(String name, Curve.Kind kind, List<Sample> samples) {
        var byIteration = new TreeMap<Integer, List<Sample>>();
        samples.forEach(sample -> byIteration
                .computeIfAbsent(sample.iteration(), none -> new ArrayList<>())
                .add(sample));
        return new Curve(
                name,
                kind,
                byIteration.entrySet().stream()
                        .map(at -> Samples.point(at.getKey(), at.getValue()))
                        .toList());
    }
}
