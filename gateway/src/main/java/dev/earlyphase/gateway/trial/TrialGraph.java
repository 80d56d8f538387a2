package dev.earlyphase.gateway.trial;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;

/**
 * A trial with all trials that it descends from.
 *
 * @param trial the one that was asked for
 * @param nodes this trial first, then its ancestors, the nearest first
 * @param edges from a parent to what was made of it
 */
public record TrialGraph(TrialId trial, List<Node> nodes, List<Edge> edges) {
    public TrialGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * A trial.
     *
     * @param testAccuracy left out before it is completed
     * @param density share of prunable weights that survive; left out before it is completed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Node(
            TrialId id, TrialState state, int beginIteration, int endIteration, Double testAccuracy, Double density) {
        static Node of(TrialView trial) {
            var result = trial.result();
            return new Node(
                    trial.id(),
                    trial.state(),
                    trial.beginIteration(),
                    trial.endIteration(),
                    result == null ? null : (Double) result.testAccuracy(),
                    result == null ? null : (Double) result.density());
        }
    }

    /** What the child takes from the parent, and from which moment of it. */
    public record Edge(TrialId parent, TrialId child, Kind kind, Moment moment) {}

    /** Why a trial needs another. */
    public enum Kind {
        /** It begins with the parent's weights. */
        @JsonProperty("start")
        START,
        /** The parent's weights, and its mask, decide which weights survive. */
        @JsonProperty("mask")
        MASK
    }

    /** Walks from a trial to its last ancestors, reading each of them once. */
    static TrialGraph of(TrialView trial, Function<TrialId, TrialView> read) {
        var known = new LinkedHashMap<TrialId, TrialView>();
        var edges = new ArrayList<Edge>();
        var next = new ArrayDeque<TrialView>();
        known.put(trial.id(), trial);
        next.add(trial);
        while (!next.isEmpty()) {
            TrialView child = next.remove();
            for (TrialId id : child.spec().parents()) {
                if (!known.containsKey(id)) {
                    TrialView parent = read.apply(id);
                    known.put(id, parent);
                    next.add(parent);
                }
            }
            edges.addAll(edges(child, known));
        }
        return new TrialGraph(trial.id(), known.values().stream().map(Node::of).toList(), edges);
    }

    private static List<Edge> edges(TrialView child, LinkedHashMap<TrialId, TrialView> known) {
        var edges = new ArrayList<Edge>();
        switch (child.spec().start()) {
            case Start.Initialisation drawn -> {}
            case Start.Rewound rewound ->
                edges.add(new Edge(rewound.trial(), child.id(), Kind.START, rewound.moment()));
            case Start.Pretrained learnt ->
                edges.add(new Edge(learnt.trial(), child.id(), Kind.START, learnt.moment()));
            case Start.Between line ->
                line.parents().forEach(end -> edges.add(new Edge(end, child.id(), Kind.START, end(known.get(end)))));
        }
        child.spec()
                .mask()
                .parent()
                .ifPresent(parent -> edges.add(new Edge(parent, child.id(), Kind.MASK, end(known.get(parent)))));
        return edges;
    }

    private static Moment end(TrialView trial) {
        return Moment.ofIterations(trial.endIteration());
    }
}
