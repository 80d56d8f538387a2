package dev.earlyphase.embedded;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.launcher.EmbeddedPorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArgumentsTest {

    @Test
    void a_home_is_enough() {
        Arguments arguments = Arguments.parse("--home", "/data");

        assertThat(arguments)
                .isEqualTo(new Arguments(
                        Path.of("/data"), Path.of("/data/postgres-binaries"), EmbeddedPorts.DEFAULT, List.of(), false));
    }

    @Test
    void everything_may_be_given() {
        Arguments arguments = Arguments.parse(
                "--home",
                "/data",
                "--binaries",
                "/programs",
                "--stop-with-parent",
                "--s3-port",
                "3",
                "--postgres-port",
                "2",
                "--kafka-port",
                "1",
                "--kafka-listener",
                "WORKER1=4:5");

        assertThat(arguments)
                .isEqualTo(new Arguments(
                        Path.of("/data"),
                        Path.of("/programs"),
                        new EmbeddedPorts(1, 2, 3),
                        List.of(new KafkaListener("WORKER1", 4, 5)),
                        true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --kafka-port 0                  | --home is missing
            --home                          | --home needs a value
            --hom /data                     | unknown argument --hom
            --home /data --s3-port x        | --s3-port x: allowed are 0 (any) to 65535
            --home /a,b                     | --home /a,b: a path with a comma
            --home /data --s3-port 65536    | --s3-port 65536: allowed are 0 (any) to 65535
            --home /data --kafka-listener A | --kafka-listener A: allowed is NAME=PORT:ADVERTISED
            --home /data --kafka-listener A=0:1 | --kafka-listener A: got port 0; allowed are 1 to 65535
            """)
    void what_is_wrong_is_named(String line, String message) {
        assertThatThrownBy(() -> Arguments.parse(line.split(" ")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(message);
    }
}
