package dev.earlyphase.cli.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import dev.earlyphase.cli.api.Gateway;
import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.cli.stack.Device;
import dev.earlyphase.cli.stack.Stack;
import dev.earlyphase.cli.stack.StackOptions;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;

/** What slots beyond the first bring: trials that only wait, over more and more slots, each in a stack of its own. */
final class ScalingBenchmark {
    private static final int TRIALS = 1_000;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Terminal terminal;
    private final Duration waiting;
    private final Duration limit;

    /**
     * @param waiting of each trial
     * @param limit of one arrangement: then the trials that have ended are counted
     */
    ScalingBenchmark(Terminal terminal, Duration waiting, Duration limit) {
        this.terminal = terminal;
        this.waiting = waiting;
        this.limit = limit;
    }

    /** Worker processes, and slots in each. */
    record Arrangement(int workers, int slots) {
        /** @param text such as {@code 4x16} */
        static Arrangement of(String text) {
            if (!text.matches("[1-9]\\d?x[1-9]\\d?")) {
                throw Failure.ofUsage("--slots: got " + text + "; allowed: WORKERSxSLOTS, such as 4x16");
            }
            String[] numbers = text.split("x");
            return new Arrangement(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
        }

        int all() {
            return workers * slots;
        }
    }

    /** @param home empty, deleted by the caller */
    ScalingRow run(Repository repository, Home home, Arrangement arrangement) {
        var options = new StackOptions(
                home,
                arrangement.workers(),
                arrangement.slots(),
                Optional.empty(),
                OptionalInt.empty(),
                new Device.Cpu(),
                StackOptions.AUTO_ENGINE,
                Optional.of(waiting));
        try (Stack stack = Stack.start(repository, options, terminal)) {
            ProcessorTime before = ProcessorTime.of(stack.state(), home);
            Instant began = Instant.now();
            List<TrialView> trials = trials(new Gateway(stack.gateway()).studies());
            double seconds = Duration.between(began, Instant.now()).toNanos() / 1e9;
            ProcessorTime used = ProcessorTime.of(stack.state(), home).since(before);
            return ScalingRow.of(
                    arrangement, waiting, trials, ClaimTimes.of(home, arrangement.workers()), used, seconds);
        }
    }

    /** Those that have been claimed when all have ended, or the time is over. */
    private List<TrialView> trials(Studies studies) {
        String study = studies.submit(TinyStudy.ofSeeds(0, TRIALS)).study().id();
        Instant deadline = Instant.now().plus(limit);
        long ended;
        do {
            Interruption.pause(LOOK_EVERY);
            ended = studies.read(study).trials().getOrDefault(TrialState.COMPLETED, 0);
            terminal.passing("%,d of %,d trials have ended".formatted(ended, TRIALS));
        } while (ended < TRIALS && Instant.now().isBefore(deadline));
        List<TrialView> all = studies.trials(study);
        return all.stream().filter(trial -> trial.started() != null).toList();
    }
}
