package dev.earlyphase.reliability;

import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

import dev.earlyphase.reliability.chaos.ChaosCommand;
import dev.earlyphase.reliability.load.LoadCommand;
import dev.earlyphase.reliability.soak.SoakCommand;

/** The command {@code earlyphase} as far as it puts the stack to the test. */
@Command(
        name = "earlyphase",
        description = "Show by experiment that nothing is lost.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "Early Phase 0.1.0",
        subcommands = {ChaosCommand.class, LoadCommand.class, SoakCommand.class})
final class Reliability {}
