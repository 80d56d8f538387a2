package dev.earlyphase.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import dev.earlyphase.cli.testing.CommandRun;

import static org.assertj.core.api.Assertions.assertThat;

class HelpTest {
    private static final Path PAGE = Path.of("../../docs/command-line.md");

    @TempDir
    private Path folder;

    private static Stream<CommandLine> commands() {
        return Main.commandLine().getSubcommands().values().stream()
                .flatMap(command -> Stream.concat(Stream.of(command), command.getSubcommands().values().stream()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_help_of_each_command_has_an_example(CommandLine command) {
        assertThat(command.getUsageMessage())
                .contains("Example")
                .contains("earlyphase "
                        + command.getCommandSpec().qualifiedName(" ").replace("earlyphase ", ""));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_command_and_option_stands_on_the_page_of_the_command_line(CommandLine command) throws IOException {
        String page = Files.readString(PAGE);

        assertThat(page)
                .contains("`" + command.getCommandSpec().qualifiedName(" ").replace("earlyphase ", ""));
        List<String> options = command.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
        assertThat(options).allMatch(option -> page.contains("`" + option), "stands in docs/command-line.md");
    }

    @Test
    void the_help_tells_what_the_exit_codes_mean() {
        assertThat(CommandRun.of(Main.commandLine(), "--help").out()).contains("0 well", "130 interrupted");
    }

    @Test
    void bash_completes_commands_and_options_by_the_script_that_is_printed() throws Exception {
        CommandRun run = CommandRun.of(Main.commandLine(), "completion", "bash");
        Path script = Files.writeString(folder.resolve("completion"), run.out());

        assertThat(completed(script, "earlyphase lo")).contains("logs");
        assertThat(completed(script, "earlyphase list --o")).contains("--owner");
    }

    @Test
    void zsh_reads_the_same_after_it_was_told_how() {
        assertThat(CommandRun.of(Main.commandLine(), "completion", "zsh").out())
                .startsWith("autoload -U +X bashcompinit");
        assertThat(CommandRun.of(Main.commandLine(), "completion", "fish").exitCode())
                .isEqualTo(2);
    }

    private static String completed(Path script, String typed) throws Exception {
        String ask = """
                source '%s'
                COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE='%s'; COMP_POINT=${#COMP_LINE}
                _complete_earlyphase; printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(script, typed, typed);
        Process bash =
                new ProcessBuilder("bash", "-c", ask).redirectErrorStream(true).start();
        String output = new String(bash.getInputStream().readAllBytes());
        assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
