package dev.earlyphase.reliability.chaos;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.cli.progress.Watch;
import dev.earlyphase.cli.stack.Device;
import dev.earlyphase.cli.stack.ShortLived;
import dev.earlyphase.cli.stack.Stack;
import dev.earlyphase.cli.stack.StackOptions;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.launcher.AddressFile;
import dev.earlyphase.reliability.check.Results;
import dev.earlyphase.reliability.check.Settling;

/** What the studies come to when nothing happens. */
final class Undisturbed {
    private Undisturbed() {}

    /** @param home empty */
    static Results run(Repository repository, StackOptions options, Portions portions, Terminal terminal) {
        terminal.line("Without faults: %d trials", portions.trials());
        try (Stack stack = Stack.start(repository, options, terminal, new ShortLived())) {
            List<String> studies = portions.studies().stream()
                    .map(study -> stack.api().studies().submit(study).study().id())
                    .toList();
            var watch = new Watch(stack.api().studies(), terminal);
            studies.forEach(watch::untilEnd);
            return Settling.results(
                    new AddressFile(options.home().folder()).read().orElseThrow());
        }
    }

    static StackOptions options(Path home, int workers, String engine) {
        return new StackOptions(
                new Home(home), workers, 1, Optional.empty(), OptionalInt.empty(), new Device.Auto(), engine);
    }
}
