package dev.earlyphase.orchestrator.recipe;

import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.contracts.study.LinearConnectivity;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialId;

/**
 * Linear mode connectivity (Frankle et al. 2020). Child 0 of every k is the dense run itself; a further child i parts
 * from it at k, momentum restored, and sees the data in the order of seed {@code seed × 1,000,003 + i}. A line joins
 * each two children.
 */
record LinearConnectivityExpansion(LinearConnectivity study) implements Experiment {
    /** A prime far above the number of children, so that small seeds do not share orders. */
    private static final long ORDERS_APART = 1_000_003;

    @Override
    public TrialCount count() {
        long children = study.orders() - 1L;
        long lines = study.orders() * children / 2;
        return new TrialCount(
                study.seeds().size() * (1 + study.rewind().size() * (children + lines)),
                "seeds × (1 + rewind × (children + lines))",
                "orders");
    }

    @Override
    public void draft(Draft draft, Setting setting) {
        List<RewindingPoint> points = RewindingPoint.of(study.rewind(), setting, "rewind");
        for (long seed : study.seeds()) {
            TrialId dense = new Trunk(draft, setting, seed).dense();
            points.forEach(point -> lines(draft, setting, seed, point, children(draft, setting, seed, point, dense)));
        }
    }

    private List<TrialId> children(Draft draft, Setting setting, long seed, RewindingPoint point, TrialId dense) {
        List<TrialId> children = new ArrayList<>(List.of(dense));
        for (int i = 1; i < study.orders(); i++) {
            var spec = setting.reordered(seed, Rewinding.PARTING.start(dense, point), seed * ORDERS_APART + i);
            children.add(draft.add(spec, new TrialRole(seed, 0, point.name(), "child", String.valueOf(i))));
        }
        return children;
    }

    private void lines(Draft draft, Setting setting, long seed, RewindingPoint point, List<TrialId> children) {
        for (int i = 0; i < children.size(); i++) {
            for (int j = i + 1; j < children.size(); j++) {
                var line = new Start.Between(children.get(i), children.get(j), study.points(), study.examples());
                draft.add(
                        setting.spec(seed, line, new MaskSource.Dense()),
                        new TrialRole(seed, 0, point.name(), "line", i + "-" + j));
            }
        }
    }
}
