package dev.earlyphase.trainer.crash;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.Schema;
import dev.earlyphase.trainer.report.Publisher;

/** Reports the attempts that died with an earlier process of this worker: that could not. */
@Singleton
public class CrashReports {
    private static final Logger LOG = Logger.getLogger(CrashReports.class);

    private final RunningMarks marks;
    private final Publisher publisher;

    CrashReports(RunningMarks marks, Publisher publisher) {
        this.marks = marks;
        this.publisher = publisher;
    }

    /** Looks for them now; reports them in the background, however long Kafka is away. */
    public void start() {
        List<RunningMark> left = marks.leftBehind();
        Thread.ofVirtual().name("crash reports").start(() -> {
            left.forEach(this::report);
            marks.pruneCrashLogs();
        });
    }

    /** The mark stays until the report is on record: reporting twice does no harm. */
    private void report(RunningMark mark) {
        String reason = marks.obituary(mark);
        LOG.warnf("Died with an earlier process: trial=%s attempt=%d: %s", mark.trial(), mark.attempt(), reason);
        var failed = new AttemptEnded.Failed(reason, true);
        try {
            publisher
                    .publish(new AttemptEnded(
                            Schema.VERSION, mark.trial(), mark.attempt(), Long.MAX_VALUE, Instant.now(), failed, null))
                    .get();
            marks.delete(mark);
        } catch (ExecutionException e) {
            LOG.warnf("The death of trial=%s attempt=%d was not reported: %s", mark.trial(), mark.attempt(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
