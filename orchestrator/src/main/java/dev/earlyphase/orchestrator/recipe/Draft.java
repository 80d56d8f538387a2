package dev.earlyphase.orchestrator.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.orchestrator.recipe.PlannedTrial.Dependency;

/** The trials of a study as they are thought of, parents before children; what each needs of others follows from them. */
final class Draft {
    private final Map<TrialId, TrialSpec> specs = new LinkedHashMap<>();
    private final Map<TrialId, TrialRole> roles = new LinkedHashMap<>();

    /** A trial that is there already keeps its first role. */
    TrialId add(TrialSpec spec, TrialRole role) {
        TrialId id = spec.id();
        specs.putIfAbsent(id, spec);
        roles.putIfAbsent(id, role);
        return id;
    }

    /** Ordered by level, then by seed in the order given, then as they were added: parents stay before children. */
    List<PlannedTrial> trials(List<Long> seeds, ObservationPlan observations) {
        Map<TrialId, List<Dependency>> dependencies = new LinkedHashMap<>();
        Map<TrialId, Set<Integer>> needed = new LinkedHashMap<>();
        specs.forEach((id, spec) -> {
            List<Dependency> needs = dependencies(id, spec);
            dependencies.put(id, needs);
            needs.forEach(need -> needed.computeIfAbsent(need.parent(), parent -> new HashSet<>())
                    .add(need.iteration()));
        });
        Map<Long, Integer> places = new LinkedHashMap<>();
        seeds.forEach(seed -> places.put(seed, places.size()));
        List<PlannedTrial> trials = new ArrayList<>();
        specs.forEach((id, spec) -> trials.add(new PlannedTrial(
                id,
                spec,
                roles.get(id),
                observations.of(spec, needed.getOrDefault(id, Set.of())),
                dependencies.get(id))));
        trials.sort(Comparator.<PlannedTrial>comparingInt(trial -> trial.role().level())
                .thenComparingInt(trial -> places.get(trial.role().seed())));
        return trials;
    }

    private List<Dependency> dependencies(TrialId child, TrialSpec spec) {
        Stream<Dependency> start =
                switch (spec.start()) {
                    case Start.Initialisation drawn -> Stream.empty();
                    case Start.Rewound rewound ->
                        Stream.of(
                                new Dependency(
                                        child, rewound.trial(), rewound.moment().iterations()),
                                origin(child, rewound.trial()));
                    case Start.Pretrained learnt ->
                        Stream.of(new Dependency(
                                child, learnt.trial(), learnt.moment().iterations()));
                    case Start.Between between -> Stream.of(end(child, between.from()), end(child, between.to()));
                };
        Stream<Dependency> mask = spec.mask().parent().stream().map(parent -> end(child, parent));
        return Stream.concat(start, mask).distinct().toList();
    }

    /** Telemetry and some perturbations look at the weights from which the run came. */
    private Dependency origin(TrialId child, TrialId ancestor) {
        TrialSpec spec = specs.get(ancestor);
        return spec.start() instanceof Start.Rewound rewound
                ? origin(child, rewound.trial())
                : new Dependency(child, ancestor, spec.beginIteration());
    }

    private Dependency end(TrialId child, TrialId parent) {
        return new Dependency(child, parent, specs.get(parent).endIteration());
    }
}
