package dev.earlyphase.trainer.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logging.Logger;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.trainer.config.WorkerConfig;
import dev.earlyphase.trainer.config.WorkerName;

/** Notes of the attempts that run, in files that outlive the process. Trouble with them does not stop training. */
@Singleton
public class RunningMarks {
    private static final Logger LOG = Logger.getLogger(RunningMarks.class);
    private static final int CRASH_LOGS = 5;

    private final Optional<Path> folder;
    private final ObjectMapper json;
    private final String host = WorkerName.host();

    RunningMarks(WorkerConfig config, ObjectMapper json) {
        this.folder = config.worker().crashes();
        this.json = json;
    }

    /** From now on the attempt counts as running in this process. */
    public void set(Claim claim) {
        folder.ifPresent(marks -> {
            try {
                RunningMark mark = mark(claim);
                Files.createDirectories(marks);
                json.writeValue(file(marks, mark).toFile(), mark);
            } catch (IOException e) {
                LOG.warnf("A crash during trial=%s could not be reported: %s", claim.trial(), e);
            }
        });
    }

    /** It has ended in an orderly way. */
    public void remove(Claim claim) {
        folder.ifPresent(marks -> delete(marks, mark(claim)));
    }

    /** Those of processes that are gone. */
    List<RunningMark> leftBehind() {
        if (folder.filter(Files::isDirectory).isEmpty()) {
            return List.of();
        }
        var left = new ArrayList<RunningMark>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.get(), "running-*.json")) {
            for (Path file : files) {
                read(file).filter(mark -> mark.isLeftBehind(host)).ifPresent(left::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for what a crash left in " + folder.get(), e);
        }
        return left;
    }

    /** What there is to say of the death of the process that wrote a mark. */
    String obituary(RunningMark mark) {
        return folder.flatMap(marks -> crashLog(CrashLog.file(marks, mark.pid()), mark.claimed()))
                .map(head -> "the worker's process crashed: " + head)
                .orElse("the worker's process was gone without a crash log: killed, perhaps by the system for want of"
                        + " memory, of which a lower training.batchSize needs less");
    }

    /** Deletes crash logs but for the newest few: a trial that crashes every worker would fill the disk. */
    void pruneCrashLogs() {
        folder.filter(Files::isDirectory).ifPresent(marks -> {
            try {
                CrashLog.prune(marks, CRASH_LOGS);
            } catch (IOException e) {
                LOG.warnf("Old crash logs in %s stay: %s", marks, e);
            }
        });
    }

    void delete(RunningMark mark) {
        folder.ifPresent(marks -> delete(marks, mark));
    }

    private RunningMark mark(Claim claim) {
        return RunningMark.of(claim.trial(), claim.attempt(), host);
    }

    /** One that was written before the attempt began is an earlier process's, which had the same id. */
    private static Optional<String> crashLog(Path file, Instant claimed) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(claimed)
                    ? Optional.empty()
                    : Optional.of(CrashLog.head(Files.readAllLines(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Empty where the process died while it wrote. */
    private Optional<RunningMark> read(Path file) {
        try {
            return Optional.of(json.readValue(file.toFile(), RunningMark.class));
        } catch (IOException e) {
            LOG.warnf("%s cannot be read: %s", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static void delete(Path folder, RunningMark mark) {
        try {
            Files.deleteIfExists(file(folder, mark));
        } catch (IOException e) {
            LOG.warnf("The end of trial=%s may be reported as a crash: %s", mark.trial(), e);
        }
    }

    private static Path file(Path folder, RunningMark mark) {
        return folder.resolve(mark.fileName());
    }
}
