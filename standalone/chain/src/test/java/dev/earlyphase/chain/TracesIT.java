package dev.earlyphase.chain;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.earlyphase.chain.TraceReceiver.Received;
import dev.earlyphase.cli.api.Gateway;
import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.api.Token;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.StackState;
import dev.earlyphase.cli.progress.Watch;
import dev.earlyphase.cli.stack.RunningStack;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.testing.Await;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.launcher.Folders;
import dev.earlyphase.launcher.ManagedProcess;
import dev.earlyphase.launcher.ProcessCommand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A whole stack whose services are told by their environment to send traces, and one study. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TracesIT {
    private static final Duration LIMIT = Duration.ofSeconds(150);
    private static final Set<String> SERVICES = Set.of("gateway", "orchestrator", "trainer-worker", "analyzer");

    private final TraceReceiver receiver = new TraceReceiver();
    private Path folder;
    private ManagedProcess stack;
    private List<TrialView> trials;
    private String trace;

    @BeforeAll
    void run_a_study() throws IOException {
        ChainStack.assumeBuilt();
        folder = Files.createTempDirectory("earlyphase-traces-");
        Home home = new Home(folder);
        stack = ManagedProcess.start(up(home));
        StackState state = Await.value("the stack", LIMIT, () -> {
            assertThat(stack.isAlive()).as(stack.logTail()).isTrue();
            return RunningStack.in(home).filter(StackState::ready);
        });
        Token key = Token.of("the home folder", home.key().orElseThrow());
        Studies studies = new Gateway(state.gateway(), key).studies();

        String study = studies.submit(SmallStudy.of("1", "30it")).study().id();
        new Watch(studies, Terminal.of(new PrintWriter(System.out, true, StandardCharsets.UTF_8))).untilEnd(study);

        trials = studies.trials(study);
        trace = Await.value("the span of the submission", LIMIT, () -> spans("gateway").stream()
                        .filter(span -> span.name().equals("POST /api/v1/studies"))
                        .findAny())
                .trace();
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.stop(LIMIT);
            Folders.delete(folder);
        }
        receiver.close();
    }

    @Test
    void a_submission_and_all_that_comes_of_it_is_one_trace_over_all_services() {
        Await.until("the last spans", LIMIT, () -> services(ofTrace()).equals(SERVICES));

        assertThat(attempts()).hasSize(SmallStudy.TRIALS_OF_A_SEED);
        Set<String> known = ofTrace().stream().map(Received::id).collect(Collectors.toSet());
        assertThat(ofTrace()).allSatisfy(span -> assertThat(span.parent())
                .satisfiesAnyOf(parent -> assertThat(parent).isEmpty(), parent -> assertThat(known)
                        .contains(parent)));
        assertThat(ofTrace()).filteredOn(span -> span.parent().isEmpty()).hasSize(1);
    }

    @Test
    void an_attempt_says_which_trial_it_was_whose_and_how_it_ended() {
        assertThat(attempts()).allSatisfy(attempt -> {
            assertThat(attempt.attributes()).containsEntry("attempt", "1").containsKey("worker");
            assertThat(attempt.attributes().get("outcome")).startsWith("Completed with test accuracy");
        });
        assertThat(attempts())
                .extracting(attempt -> attempt.attributes().get("trial"))
                .containsExactlyInAnyOrderElementsOf(
                        trials.stream().map(trial -> trial.id().value()).toList());
    }

    @Test
    void claims_and_events_are_part_of_what_the_worker_does() {
        assertThat(attempts()).allSatisfy(attempt -> {
            Await.until("what is made of its events", LIMIT, () -> services(within(attempt))
                    .equals(Set.of("orchestrator", "analyzer")));
        });
        assertThat(ofTrace())
                .filteredOn(span -> span.name().equals("claim"))
                .hasSizeGreaterThanOrEqualTo(SmallStudy.TRIALS_OF_A_SEED)
                .allSatisfy(claim -> assertThat(within(claim))
                        .extracting(Received::service, Received::name)
                        .containsExactly(tuple("orchestrator", "POST /internal/claims")));
    }

    @Test
    void how_long_the_analysis_of_a_checkpoint_took_is_seen() {
        Await.until(
                "the analyses of all checkpoints",
                LIMIT,
                () -> ofTrace().stream()
                                .filter(span -> span.name().equals("analyze checkpoint"))
                                .count()
                        >= SmallStudy.TRIALS_OF_A_SEED);
    }

    @Test
    void what_is_asked_all_the_time_is_not_traced() {
        assertThat(receiver.spans())
                .extracting(Received::name)
                .noneMatch(name -> name.contains("/q/") || name.contains("heartbeats"));
    }

    private List<Received> attempts() {
        return Await.value("the attempts", LIMIT, () -> Optional.of(ofTrace().stream()
                        .filter(span -> span.name().equals("attempt"))
                        .toList())
                .filter(found -> found.size() >= SmallStudy.TRIALS_OF_A_SEED));
    }

    private List<Received> ofTrace() {
        return receiver.spans().stream()
                .filter(span -> span.trace().equals(trace))
                .toList();
    }

    private List<Received> within(Received span) {
        return receiver.spans().stream()
                .filter(other -> other.parent().equals(span.id()))
                .toList();
    }

    private List<Received> spans(String service) {
        return receiver.spans().stream()
                .filter(span -> span.service().equals(service))
                .toList();
    }

    private static Set<String> services(List<Received> spans) {
        return spans.stream().map(Received::service).collect(Collectors.toSet());
    }

    private ProcessCommand up(Home home) {
        List<String> arguments = List.of(
                ProcessCommand.java(),
                "-Dearlyphase.root=../..",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.earlyphase.cli.Main",
                "up",
                "--home",
                home.toString());
        Map<String, String> traces = Map.of(
                "QUARKUS_OTEL_SDK_DISABLED",
                "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                receiver.url().toString(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
                "200ms");
        return new ProcessCommand("supervisor", arguments, traces, home.log("supervisor"));
    }
}
