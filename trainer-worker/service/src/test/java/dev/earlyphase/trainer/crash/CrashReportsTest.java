package dev.earlyphase.trainer.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.TrialEvent;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.trainer.config.WorkerName;
import dev.earlyphase.trainer.report.Publisher;
import dev.earlyphase.trainer.testing.Configs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CrashReportsTest {
    private static final TrialId TRIAL = new TrialId("ab".repeat(32));
    private static final Instant CLAIMED = Instant.parse("2026-11-24T10:00:00Z");
    private static final String HEAD = """
            #
            # A fatal error has been detected by the Java Runtime Environment:
            #
            #  SIGSEGV (0xb) at pc=0x1, pid=1, tid=2
            """;

    @TempDir
    private Path folder;

    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final BlockingQueue<TrialEvent> published = new LinkedBlockingQueue<>();
    private RunningMarks marks;
    private CrashReports reports;
    private long deadProcess;

    @BeforeEach
    void start() throws Exception {
        marks = new RunningMarks(Configs.of("earlyphase.worker.crashes", folder.toString()), json);
        reports = new CrashReports(marks, new Recorder());
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        deadProcess = process.pid();
    }

    @Test
    void an_attempt_that_died_with_its_process_is_reported_with_the_head_of_the_crash_log_and_may_be_tried_again()
            throws Exception {
        leave(deadProcess, WorkerName.host());
        crashLog(CLAIMED.plusSeconds(5));

        reports.start();

        AttemptEnded end = nextEnd();
        assertThat(end.trial()).isEqualTo(TRIAL);
        assertThat(end.attempt()).isEqualTo(3);
        assertThat(end.outcome())
                .isEqualTo(new AttemptEnded.Failed(
                        "the worker's process crashed: SIGSEGV (0xb) at pc=0x1, pid=1, tid=2", true));
    }

    @Test
    void what_was_reported_is_not_reported_again() throws Exception {
        leave(deadProcess, WorkerName.host());

        reports.start();
        nextEnd();

        await().atMost(Duration.ofSeconds(30)).until(() -> marks.leftBehind().isEmpty());
    }

    @Test
    void a_process_that_was_killed_leaves_no_crash_log_and_the_usual_cause_is_told() throws Exception {
        leave(deadProcess, WorkerName.host());

        reports.start();

        assertThat(reason(nextEnd())).contains("killed", "training.batchSize");
    }

    @Test
    void a_crash_log_older_than_the_attempt_is_not_its() throws Exception {
        leave(deadProcess, WorkerName.host());
        crashLog(CLAIMED.minusSeconds(5));

        reports.start();

        assertThat(reason(nextEnd())).contains("without a crash log");
    }

    @Test
    void a_container_gives_its_next_process_the_same_id_and_still_the_former_is_gone() throws Exception {
        leave(ProcessHandle.current().pid(), WorkerName.host());

        reports.start();

        assertThat(nextEnd().attempt()).isEqualTo(3);
    }

    @Test
    void of_many_crash_logs_the_newest_five_stay() throws Exception {
        for (int pid = 1; pid <= 8; pid++) {
            Path log = Files.createFile(CrashLog.file(folder, pid));
            Files.setLastModifiedTime(log, FileTime.from(CLAIMED.plusSeconds(pid)));
        }

        marks.pruneCrashLogs();

        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        "hs_err_4.log", "hs_err_5.log", "hs_err_6.log", "hs_err_7.log", "hs_err_8.log");
    }

    @Test
    void what_runs_on_another_host_is_none_of_ours() throws Exception {
        leave(deadProcess, "another-host");

        assertThat(marks.leftBehind()).isEmpty();
    }

    @Test
    void what_this_process_trains_is_not_left_behind() {
        marks.set(claim());

        assertThat(folder).isDirectoryContaining("glob:**/running-*.json");
        assertThat(marks.leftBehind()).isEmpty();
    }

    @Test
    void an_attempt_that_ended_leaves_nothing() {
        marks.set(claim());

        marks.remove(claim());

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_mark_that_was_half_written_is_passed_over() throws Exception {
        Files.writeString(folder.resolve("running-x.json"), "{\"trial\":");

        assertThat(marks.leftBehind()).isEmpty();
    }

    private static Claim claim() {
        return new Claim(TRIAL, 3, 30, null, null, null, null, null, null, null, null, null);
    }

    private void leave(long pid, String host) throws Exception {
        var mark = new RunningMark(TRIAL, 3, host, pid, CLAIMED.minusSeconds(60), CLAIMED);
        json.writeValue(folder.resolve(mark.fileName()).toFile(), mark);
    }

    private void crashLog(Instant written) throws Exception {
        Path log = CrashLog.file(folder, deadProcess);
        Files.writeString(log, HEAD);
        Files.setLastModifiedTime(log, FileTime.from(written));
    }

    private AttemptEnded nextEnd() throws InterruptedException {
        return (AttemptEnded) published.poll(30, TimeUnit.SECONDS);
    }

    private static String reason(AttemptEnded end) {
        return ((AttemptEnded.Failed) end.outcome()).reason();
    }

    private final class Recorder implements Publisher {
        @Override
        public Future<?> publish(TrialEvent event) {
            published.add(event);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Future<?> publish(TelemetryBatch batch) {
            throw new IllegalStateException("a crash has no telemetry");
        }
    }
}
