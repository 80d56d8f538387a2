package dev.earlyphase.cli.stack;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import dev.earlyphase.cli.home.Home;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StackOptionsTest {
    private static final Home HOME = new Home(Path.of("home"));

    @Test
    void a_stack_without_workers_is_refused() {
        assertThatThrownBy(() -> new StackOptions(
                        HOME, 0, 1, Optional.empty(), OptionalInt.empty(), new Device.Auto(), StackOptions.AUTO_ENGINE))
                .hasMessage("--workers: got 0; allowed: a whole number from 1 to 64");
    }

    @Test
    void a_port_beyond_the_last_is_refused() {
        assertThatThrownBy(() -> new StackOptions(
                        HOME,
                        1,
                        1,
                        Optional.empty(),
                        OptionalInt.of(65_536),
                        new Device.Auto(),
                        StackOptions.AUTO_ENGINE))
                .hasMessage("--port: got 65536; allowed: a whole number from 1 to 65535");
    }

    @Test
    void a_data_folder_that_does_not_exist_is_refused() {
        Optional<Path> nowhere = Optional.of(Path.of("/nowhere"));

        assertThatThrownBy(() -> new StackOptions(
                        HOME, 1, 1, nowhere, OptionalInt.empty(), new Device.Auto(), StackOptions.AUTO_ENGINE))
                .hasMessage("--data: got /nowhere; allowed: a folder that exists");
    }

    @Test
    void an_engine_that_is_not_there_is_refused_with_those_that_are() {
        assertThatThrownBy(() ->
                        new StackOptions(HOME, 1, 1, Optional.empty(), OptionalInt.empty(), new Device.Auto(), "keras"))
                .hasMessage("--engine: got keras; allowed: auto, torch, dl4j");
    }
}
