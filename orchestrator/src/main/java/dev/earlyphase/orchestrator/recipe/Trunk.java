package dev.earlyphase.orchestrator.recipe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Pruning;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialId;

/**
 * Iterative magnitude pruning with rewinding (section 2 of the paper), for one seed: what most recipes grow from. The
 * dense run is level 0 of every rewinding point; each further level prunes by the end of the one before and starts from
 * the dense run's weights at the rewinding point.
 */
final class Trunk {
    private final Setting setting;
    private final Pruning pruning;
    private final Rewinding rewinding;
    private final long seed;
    private final TrialId dense;
    private final Map<Place, TrialId> pruned = new HashMap<>();

    private record Place(RewindingPoint point, int level) {}

    /** Only the dense run. */
    Trunk(Draft draft, Setting setting, long seed) {
        this(draft, setting, Pruning.DEFAULT, Rewinding.USUAL, seed);
    }

    Trunk(Draft draft, Setting setting, Pruning pruning, Rewinding rewinding, long seed) {
        this.setting = setting;
        this.pruning = pruning;
        this.rewinding = rewinding;
        this.seed = seed;
        this.dense = draft.add(
                setting.spec(seed, new Start.Initialisation(), new MaskSource.Dense()), new TrialRole(seed, 0, null));
    }

    /** A chain of so many levels for each rewinding point. */
    Trunk grow(Draft draft, List<RewindingPoint> points, int levels) {
        for (int level = 1; level <= levels; level++) {
            for (RewindingPoint point : points) {
                var spec = setting.spec(seed, start(point), mask(point, level));
                pruned.put(new Place(point, level), draft.add(spec, new TrialRole(seed, level, point.name())));
            }
        }
        return this;
    }

    TrialId dense() {
        return dense;
    }

    /** The dense run's state at the point, from which every level of its chain begins. */
    Start start(RewindingPoint point) {
        return rewinding.start(dense, point);
    }

    /** The mask of a level; the chain has been grown to the level before at least. */
    MaskSource mask(RewindingPoint point, int level) {
        return switch (level) {
            case 0 -> new MaskSource.Dense();
            case 1 -> new MaskSource.Pruned(dense, pruning);
            default -> new MaskSource.Pruned(pruned.get(new Place(point, level - 1)), pruning);
        };
    }
}
