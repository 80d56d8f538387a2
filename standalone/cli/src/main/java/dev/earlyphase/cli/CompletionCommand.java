package dev.earlyphase.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.terminal.Output;

/** {@code completion}. */
@Command(
        name = "completion",
        description = "Print a script by which a shell completes commands and options.",
        footer = {
            "",
            "Examples:",
            "  source <(./earlyphase completion bash)    # in ~/.bashrc",
            "  source <(./earlyphase completion zsh)     # in ~/.zshrc, after compinit"
        })
final class CompletionCommand implements Runnable {
    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private Shell shell;

    @Spec
    private CommandSpec spec;

    /** Names are as the user writes them. One script serves both: zsh reads those of bash. */
    private enum Shell {
        bash,
        zsh
    }

    @Override
    public void run() {
        String script = AutoComplete.bash("earlyphase", spec.root().commandLine());
        String begin = shell == Shell.zsh ? "autoload -U +X bashcompinit && bashcompinit\n" : "";
        Output.print(begin + script, spec.commandLine().getOut());
    }
}
