package dev.earlyphase.cli.result;

import java.util.function.Consumer;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.api.Json;
import dev.earlyphase.cli.terminal.Output;
import dev.earlyphase.cli.terminal.Terminal;

/** {@code --json}: a command's result for programs, as the API has it, instead of lines for people. */
public final class JsonOption {
    @Option(
            names = "--json",
            description =
                    "Print the result as JSON, as the API has it; what is said meanwhile goes" + " to standard error.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    public boolean isGiven() {
        return json;
    }

    /** Where to say what is no result: not among the JSON. */
    public Terminal terminal() {
        return json
                ? Terminal.plain(command.commandLine().getErr())
                : Terminal.of(command.commandLine().getOut());
    }

    /** Prints a result as JSON where that is asked for, else by {@code lines}. */
    public void print(Object result, Consumer<Terminal> lines) {
        if (json) {
            Output.print(Json.write(result), command.commandLine().getOut());
        } else {
            lines.accept(terminal());
        }
    }

    /** One of several results that come one after another: a line of JSON. */
    public void printLine(Object result) {
        Output.print(Json.writeLine(result), command.commandLine().getOut());
    }
}
