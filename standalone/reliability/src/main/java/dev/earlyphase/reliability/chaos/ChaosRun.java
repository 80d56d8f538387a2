package dev.earlyphase.reliability.chaos;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.earlyphase.cli.api.Gateway;
import dev.earlyphase.cli.api.StudyFile;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.cli.progress.PassingLine;
import dev.earlyphase.cli.progress.Watch;
import dev.earlyphase.cli.stack.Stack;
import dev.earlyphase.cli.stack.StackOptions;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.launcher.AddressFile;
import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.reliability.check.Evidence;
import dev.earlyphase.reliability.check.Results;
import dev.earlyphase.reliability.check.Settling;
import dev.earlyphase.reliability.evidence.Database;
import dev.earlyphase.reliability.fault.Fault;
import dev.earlyphase.reliability.fault.FaultKind;
import dev.earlyphase.reliability.fault.FaultPlan;
import dev.earlyphase.reliability.fault.FaultPlan.Planned;
import dev.earlyphase.reliability.fault.Injector;
import dev.earlyphase.reliability.fault.Signal;
import dev.earlyphase.reliability.terrain.Terrain;

/** One run: the stack with its studies and the faults of one seed, and the checks at the end. */
final class ChaosRun {
    private static final Duration SUBMISSION_LIMIT = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Repository repository;
    private final StackOptions options;
    private final Portions portions;
    private final Results undisturbed;
    private final Terminal terminal;
    private final Path home;
    private final History history;

    ChaosRun(Repository repository, StackOptions options, Portions portions, Results undisturbed, Terminal terminal) {
        this.repository = repository;
        this.options = options;
        this.portions = portions;
        this.undisturbed = undisturbed;
        this.terminal = terminal;
        this.home = options.home().folder();
        this.history = new History(home.resolve("chaos.log"));
    }

    /**
     * @param pause between two faults, in the mean
     * @param kinds that are injected, where this machine can do them
     */
    ChaosResult run(long seed, int faults, Duration pause, Set<FaultKind> kinds) throws InterruptedException {
        Instant began = Instant.now();
        terminal.line("Seed %d: %d faults over %d trials", seed, faults, portions.trials());
        try (var terrain = new Terrain(home, options.workers());
                Stack stack = Stack.start(repository, options, Terminal.plain(history.writer()), terrain)) {
            EmbeddedAddresses addresses = new AddressFile(home).read().orElseThrow();
            // Its key is in a file that is there only while the embedded servers are.
            Gateway api = stack.api();
            var injector = new Injector(terrain, stack, home, addresses, orchestrator(stack));
            var recoveries = new Recoveries(new Database(addresses));
            List<Planned> plan = FaultPlan.of(
                    seed, faults, pause, Injector.battlefield(terrain).only(kinds));
            Map<FaultKind, Integer> injected = new EnumMap<>(FaultKind.class);
            List<StudyFile> waiting = new ArrayList<>(portions.studies());
            List<String> studies = new ArrayList<>();
            var progress = new PassingLine(terminal);
            for (int i = 0; i < plan.size(); i++) {
                while (studies.size() < Math.ceilDiv(portions.count() * (i + 1), plan.size())) {
                    studies.add(submit(api, waiting.removeFirst()));
                }
                Interruption.pause(plan.get(i).pause());
                Fault fault = plan.get(i).fault();
                progress.show("fault %d of %d: %s  %s so far"
                        .formatted(i + 1, plan.size(), fault, Words.time(Duration.between(began, Instant.now()))));
                inject(fault, injector, recoveries);
                injected.merge(fault.kind(), 1, Integer::sum);
            }
            for (StudyFile study : waiting) {
                studies.add(submit(api, study));
            }
            injector.heal();
            history.line("no more faults");
            terminal.line("No more faults; waiting for %s to end", Words.number(studies.size()) + " studies");
            var watch = new Watch(api.studies(), terminal);
            studies.forEach(watch::untilEnd);
            history.line("all studies have ended");
            Map<String, List<String>> violations = Settling.violations(Evidence.of(addresses, undisturbed));
            return new ChaosResult(
                    seed,
                    injected,
                    portions.trials(),
                    undisturbed.size(),
                    violations,
                    recoveries.all(),
                    Duration.between(began, Instant.now()));
        }
    }

    private void inject(Fault fault, Injector injector, Recoveries recoveries) {
        boolean measured = fault instanceof Fault.Signalled signalled
                && signalled.signal() == Signal.KILL
                && signalled.victim().startsWith("worker-");
        Runnable watch = measured ? recoveries.before(((Fault.Signalled) fault).victim()) : () -> {};
        String outcome;
        try {
            outcome = injector.inject(fault);
        } catch (Exception e) {
            // Another fault was in the way, of Kafka say: it is on record, and this one counts as tried.
            outcome = "came to nothing: " + e;
        }
        watch.run();
        history.line("%s%s", fault, outcome.isEmpty() ? "" : " (" + outcome + ")");
    }

    /** Submitted again until it is taken: the same study twice is one. */
    private String submit(Gateway gateway, StudyFile study) {
        Instant deadline = Instant.now().plus(SUBMISSION_LIMIT);
        while (true) {
            try {
                return gateway.studies().submit(study).study().id();
            } catch (Failure failure) {
                history.line("a submission is tried again: %s", failure.getMessage());
                if (Instant.now().isAfter(deadline)) {
                    throw failure;
                }
                Interruption.pause(PAUSE);
            }
        }
    }

    private static URI orchestrator(Stack stack) {
        return stack.state().children().stream()
                .filter(child -> child.name().equals("orchestrator"))
                .flatMap(child -> child.address().stream())
                .findFirst()
                .orElseThrow();
    }
}
