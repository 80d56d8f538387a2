package dev.earlyphase.weights.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A summary as JSON: an object of numbers and lists of numbers for each tensor. */
final class SummaryText {

    private SummaryText() {}

    static String json(CheckpointSummary summary) {
        var objects = new LinkedHashMap<String, String>();
        summary.tensors().forEach(tensor -> objects.put(tensor.name(), json(tensor)));
        objects.put(summary.pooled().name(), json(summary.pooled()));
        return object(objects);
    }

    private static String json(TensorSummary tensor) {
        var members = new LinkedHashMap<String, Object>();
        Distribution distribution = tensor.distribution();
        members.put("count", distribution.count());
        members.put("zeros", distribution.zeros());
        members.put("mean", distribution.mean());
        members.put("standardDeviation", distribution.standardDeviation());
        members.put("meanMagnitude", distribution.meanMagnitude());
        members.put("l1", distribution.l1());
        members.put("l2", distribution.l2());
        members.put("minimum", distribution.minimum());
        members.put("maximum", distribution.maximum());
        members.put("skewness", distribution.skewness());
        members.put("excessKurtosis", distribution.excessKurtosis());
        members.put("positiveShare", distribution.positiveShare());
        members.put("quantiles", distribution.quantiles());
        members.put("histogram", distribution.histogram().counts());
        put(members, "start", tensor.start());
        put(members, "initial", tensor.initial());
        members.put("normalDistance", tensor.fit().distance());
        tensor.filters().ifPresent(filters -> {
            members.put("filters", filters.filters());
            members.put("largestEigenvalue", filters.largestEigenvalue());
            members.put("edge", filters.edge());
            members.put("shareAboveEdge", filters.shareAboveEdge());
            members.put("meanCorrelation", filters.meanMagnitude());
        });
        return object(members);
    }

    private static void put(Map<String, Object> members, String since, Comparison comparison) {
        members.put(since + "SignChangedShare", comparison.signChangedShare());
        members.put(since + "L2Distance", comparison.l2Distance());
        members.put(since + "CosineSimilarity", comparison.cosineSimilarity());
    }

    private static String object(Map<String, ?> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\": " + member.getValue())
                .collect(Collectors.joining(",\n", "{", "}\n"));
    }
}
