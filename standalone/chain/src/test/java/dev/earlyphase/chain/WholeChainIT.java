package dev.earlyphase.chain;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;

import dev.earlyphase.cli.api.Studies.Submission;
import dev.earlyphase.cli.monitoring.Metrics;
import dev.earlyphase.cli.monitoring.MonitoringFiles;
import dev.earlyphase.cli.testing.Await;
import dev.earlyphase.contracts.archive.Imported;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.study.Plan;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

/** Studies of different seeds, which wait for the stack side by side. */
class WholeChainIT {
    private static final String END = "60it";

    @RegisterExtension
    static final SharedChain SHARED = new SharedChain();

    private final ChainStack chain = SHARED.stack();

    @Test
    @Execution(CONCURRENT)
    void a_study_comes_back_as_accuracies_at_exact_densities() {
        StudyView study = chain.run(SmallStudy.of("1", END));

        var figure = chain.studies().figures(study.id()).read("figure-1", true);
        assertThat(figure.complete()).isTrue();
        assertThat(curves(figure)).extracting(Curve::name).containsExactly("rewound to 0it", "rewound to 20it");
        // 265,200 prunable weights, of which each round takes a fifth: 212,160 and 169,728 are left.
        assertThat(curves(figure))
                .allSatisfy(
                        curve -> assertThat(curve.points()).extracting(Point::x).containsExactly(1.0, 0.8, 0.64));
        // Ten classes, so that guessing gives 0.1.
        assertThat(curves(figure).stream().flatMap(curve -> curve.points().stream()))
                .allMatch(point -> point.count() == 1 && point.std() == 0 && point.mean() > 0.3);
    }

    @Test
    @Execution(CONCURRENT)
    void no_log_and_no_provenance_shows_a_secret() {
        StudyView study = chain.run(SmallStudy.of("5", END));
        List<String> secrets = chain.secrets();

        assertThat(secrets).hasSizeGreaterThanOrEqualTo(7);
        assertThat(chain.told(study.id()))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy((where, text) -> assertThat(secrets).as(where).noneMatch(secret -> text.contains(secret)));
    }

    @Test
    @Execution(CONCURRENT)
    void the_same_study_again_trains_nothing() {
        StudyView first = chain.run(SmallStudy.of("2", END));
        List<TrialView> before = chain.trials(first.id());

        Submission again = chain.studies().submit(SmallStudy.of("2", END));

        assertThat(again.isNew()).isFalse();
        assertThat(again.study().state()).isEqualTo(StudyView.State.COMPLETED);
        assertThat(chain.trials(first.id())).isEqualTo(before);
    }

    @Test
    @Execution(CONCURRENT)
    void one_seed_more_trains_only_the_new_trials() {
        StudyView first = chain.run(SmallStudy.of("3", END));
        List<TrialView> before = chain.trials(first.id());

        Plan plan = chain.studies().plan(SmallStudy.of("3, 4", END));
        StudyView more = chain.run(SmallStudy.of("3, 4", END));

        assertThat(plan.sharedTrials()).isEqualTo(SmallStudy.TRIALS_OF_A_SEED);
        assertThat(plan.newTrials()).isEqualTo(SmallStudy.TRIALS_OF_A_SEED);
        assertThat(chain.trials(more.id()))
                .hasSize(2 * SmallStudy.TRIALS_OF_A_SEED)
                .containsAll(before);
        assertThat(chain.trials(more.id())).allMatch(trial -> trial.state() == TrialState.COMPLETED);
    }

    @Test
    @Execution(CONCURRENT)
    void an_empty_installation_takes_an_archive_in_shows_the_same_to_the_last_digit_and_trains_nothing(
            @TempDir Path folder) {
        StudyView study = chain.run(SmallStudy.of("7", END));
        Path archive = ArchivesOfChain.export(chain, study.id(), folder);
        Map<String, Object> told = ArchivesOfChain.told(chain, study.id());
        assertThat(told).hasSizeGreaterThan(40);

        try (ChainStack other = ChainStack.withOneWorker()) {
            Imported imported = other.archives().upload(archive, bytes -> {});
            Submission again = other.studies().submit(SmallStudy.of("7", END));
            Plan more = other.studies().plan(SmallStudy.of("7, 8", END));

            assertThat(imported).isEqualTo(new Imported(study.id(), true, SmallStudy.TRIALS_OF_A_SEED, 0));
            assertThat(again.isNew()).isFalse();
            assertThat(again.study().state()).isEqualTo(StudyView.State.COMPLETED);
            assertThat(more.sharedTrials()).isEqualTo(SmallStudy.TRIALS_OF_A_SEED);
            // Every attempt counts up in the trials, which are among what is compared.
            assertThat(ArchivesOfChain.told(other, study.id())).isEqualTo(told);
            assertThat(other.archives().upload(archive, bytes -> {}))
                    .isEqualTo(new Imported(study.id(), false, 0, SmallStudy.TRIALS_OF_A_SEED));
        }
    }

    @Test
    @Execution(CONCURRENT)
    void rules_and_dashboards_name_only_metrics_that_the_services_export() {
        chain.run(SmallStudy.of("5", END));
        Metrics told = Metrics.read(chain.metrics());

        var known = new TreeSet<>(told.names());
        known.addAll(MonitoringFiles.recorded());
        known.add("up");
        assertThat(MonitoringFiles.expressions()).hasSizeGreaterThan(50).allSatisfy(expression -> {
            var named = Metrics.in(expression);
            named.removeIf(name -> name.startsWith("earlyphase_gpu_"));
            assertThat(known).as(expression).containsAll(named);
        });
    }

    @Test
    @Execution(CONCURRENT)
    void every_metric_of_ours_is_in_the_documentation_with_its_meaning() throws Exception {
        var told = Metrics.read(chain.metrics()).meanings();

        var documented = MonitoringOfChain.documented();
        documented.keySet().removeIf(name -> name.startsWith("earlyphase_gpu_"));

        assertThat(documented).containsExactlyInAnyOrderEntriesOf(told);
    }

    @Test
    @Execution(CONCURRENT)
    void the_queries_of_the_dashboards_find_rows_in_the_real_database() {
        String study = chain.run(SmallStudy.of("6", END)).id();

        assertThat(MonitoringFiles.queries()).hasSizeGreaterThan(5).allSatisfy(query -> {
            String sent = MonitoringOfChain.asGrafanaSends(query, study);
            assertThat(sent).doesNotContain("$");
            Await.until(
                    "rows of " + sent, Duration.ofSeconds(60), () -> MonitoringOfChain.rows(sent, chain.servers()) > 0);
        });
    }

    private static List<Curve> curves(Figure figure) {
        return figure.panels().getFirst().curves().stream()
                .filter(curve -> curve.kind() == Curve.Kind.CURVE)
                .toList();
    }
}
