package dev.earlyphase.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

import dev.earlyphase.cli.archive.ExportCommand;
import dev.earlyphase.cli.archive.ImportCommand;
import dev.earlyphase.cli.bench.BenchCommand;
import dev.earlyphase.cli.demo.DemoCommand;
import dev.earlyphase.cli.doctor.DoctorCommand;
import dev.earlyphase.cli.figure.ResultsCommand;
import dev.earlyphase.cli.key.KeyCommand;
import dev.earlyphase.cli.page.OpenCommand;
import dev.earlyphase.cli.quota.QuotaCommand;
import dev.earlyphase.cli.stack.DownCommand;
import dev.earlyphase.cli.stack.UpCommand;
import dev.earlyphase.cli.study.CancelCommand;
import dev.earlyphase.cli.study.DeleteCommand;
import dev.earlyphase.cli.study.ListCommand;
import dev.earlyphase.cli.study.PlanCommand;
import dev.earlyphase.cli.study.ReplayCommand;
import dev.earlyphase.cli.study.RetryCommand;
import dev.earlyphase.cli.study.ShowCommand;
import dev.earlyphase.cli.study.SubmitCommand;
import dev.earlyphase.cli.study.WatchCommand;
import dev.earlyphase.cli.trial.LogsCommand;

/** The command {@code earlyphase}, which holds all others. */
@Command(
        name = "earlyphase",
        description = "What happens in the first iterations of training a network.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "Early Phase 0.1.0",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            DemoCommand.class,
            PlanCommand.class,
            SubmitCommand.class,
            ListCommand.class,
            ShowCommand.class,
            WatchCommand.class,
            LogsCommand.class,
            ResultsCommand.class,
            OpenCommand.class,
            CancelCommand.class,
            RetryCommand.class,
            ReplayCommand.class,
            DeleteCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            KeyCommand.class,
            QuotaCommand.class,
            DoctorCommand.class,
            BenchCommand.class,
            CompletionCommand.class
        })
final class EarlyPhase {
    static final String[] FOOTER = {
        "",
        "Of the script itself: 'test' builds everything and runs all tests, 'format' formats the sources.",
        "Exit codes: 0 well, 1 the work failed, 2 wrong usage, 3 nothing runs or it cannot be reached,",
        "130 interrupted. Another gateway: --url and EARLYPHASE_KEY or --key-file. More: docs/command-line.md"
    };
}
