package dev.earlyphase.reliability.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Telemetry, evaluations and statistics are those of an undisturbed run: nothing lacks, nothing differs. */
record SameRows() implements Check {
    private static final int MOST_NAMED = 5;

    @Override
    public String sentence() {
        return "telemetry and statistics are, row by row, those of an undisturbed run";
    }

    @Override
    public List<String> violations(Evidence evidence) throws Exception {
        Results now = Results.of(evidence.database());
        var violations = new ArrayList<String>();
        for (String table : Results.OF_TRIALS) {
            name(violations, table, "lacking", without(evidence.results(), now, table));
            name(violations, table, "too much", without(now, evidence.results(), table));
        }
        for (String table : Results.OF_CHECKPOINTS) {
            name(violations, table, "lacking", without(evidence.results(), now, table));
        }
        return violations;
    }

    private static Set<String> without(Results these, Results those, String table) {
        var left = new TreeSet<>(these.rows().get(table));
        left.removeAll(those.rows().get(table));
        return left;
    }

    private static void name(List<String> violations, String table, String what, Set<String> rows) {
        if (!rows.isEmpty()) {
            violations.add("%s, %d %s: %s"
                    .formatted(
                            table,
                            rows.size(),
                            what,
                            rows.stream().limit(MOST_NAMED).toList()));
        }
    }
}
