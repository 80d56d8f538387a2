package dev.earlyphase.cli.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import dev.earlyphase.cli.terminal.TextTable;
import dev.earlyphase.contracts.study.TrialView;

/**
 * What was measured of one arrangement.
 *
 * @param trials that ended
 * @param rate trials a second in the steady state
 * @param ofLinear share of slots / waiting time, which nothing can exceed
 * @param claims milliseconds that workers waited for the answer to a claim
 * @param gaps seconds that a slot was idle between two trials
 * @param cores that were busy with the orchestrator and with Postgres, on average
 */
record ScalingRow(
        int workers,
        int slots,
        long trials,
        double rate,
        double ofLinear,
        Quantiles claims,
        Quantiles gaps,
        ProcessorTime cores) {
    static ScalingRow of(
            ScalingBenchmark.Arrangement arrangement,
            Duration waiting,
            List<TrialView> trials,
            List<Double> claims,
            ProcessorTime used,
            double seconds) {
        List<TrialView> ended =
                trials.stream().filter(trial -> trial.ended() != null).toList();
        SteadyState steady = SteadyState.of(trials);
        double rate = steady.rate();
        return new ScalingRow(
                arrangement.workers(),
                arrangement.all(),
                ended.size(),
                rate,
                rate * waiting.toMillis() / 1e3 / arrangement.all(),
                Quantiles.of(claims),
                Quantiles.of(steady.gaps(arrangement.all())),
                new ProcessorTime(used.orchestrator() / seconds, used.postgres() / seconds));
    }

    static TextTable table(List<ScalingRow> rows) {
        var table = new TextTable(
                "slots",
                "workers",
                "trials",
                "trials/s",
                "of linear",
                "of the first × n",
                "claim p50 ms",
                "claim p99 ms",
                "idle p50 ms",
                "idle p99 ms",
                "orchestrator cores",
                "Postgres cores");
        ScalingRow first = rows.getFirst();
        rows.forEach(row -> table.row(
                Integer.toString(row.slots),
                Integer.toString(row.workers),
                Long.toString(row.trials),
                number(row.rate, 3),
                number(row.ofLinear, 3),
                number(row.rate / row.slots / (first.rate / first.slots), 3),
                number(row.claims.median(), 1),
                number(row.claims.at(0.99), 1),
                number(row.gaps.median() * 1e3, 0),
                number(row.gaps.at(0.99) * 1e3, 0),
                number(row.cores.orchestrator(), 2),
                number(row.cores.postgres(), 2)));
        return table;
    }

    List<Measurement> measurements() {
        String what = "trials that wait, %d slots in %d workers: ".formatted(slots, workers);
        return List.of(
                new Measurement(what + "rate", rate, "trials/s"),
                new Measurement(what + "share of linear", ofLinear, ""),
                new Measurement(what + "claim, p99", claims.at(0.99), "ms"),
                new Measurement(what + "slot idle between trials, p99", gaps.at(0.99) * 1e3, "ms"),
                new Measurement(what + "orchestrator", cores.orchestrator(), "cores"));
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
