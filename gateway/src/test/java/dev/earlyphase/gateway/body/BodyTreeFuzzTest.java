package dev.earlyphase.gateway.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.TooLarge;
import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies in JSON where they begin with an angle bracket, else in YAML. What is read can be passed on. */
public class BodyTreeFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(Invalid.class, TooLarge.class);
    private static final MediaType YAML = MediaType.valueOf("application/yaml");

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, BodyTreeFuzzTest::read);
    }

    @Test
    void whatever_the_body_it_is_an_object_or_refused() throws Exception {
        var fuzzing = Fuzzing.of(BodyTreeFuzzTest.class)
                .through("org.yaml.snakeyaml.**", "com.fasterxml.jackson.dataformat.yaml.**")
                .fromFilesIn(Path.of("../studies"))
                .from(
                        "<{\"a\": [1, -0.5e-3, true, null, \"\\ud83d\\ude00\"], \"b\": {\"c\": 1e999999999}}",
                        "a: &x [1]\nb: *x\n",
                        "a: &a [lol]\nb: &b [*a, *a]\nc: [*b, *b]\n",
                        "? [a, b]\n: {<<: {c: d}}\n",
                        "!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1/\"]]]\n",
                        "%YAML 1.1\n---\na: |\n  text\nb: >-\n  more\n'c': 0o17\n...\n",
                        "\uFEFFa: 2001-12-14t21:59:43.10-05:00\nb: .nan\nc: -.inf\nd: 190:20:30\ne: 0b1_0\n");

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void read(byte[] input) throws IOException {
        boolean json = input.length > 0 && input[0] == '<';
        String text =
                BodyText.read(new ByteArrayInputStream(json ? Arrays.copyOfRange(input, 1, input.length) : input));
        JsonNode tree = BodyTree.parse(text, json ? MediaType.APPLICATION_JSON_TYPE : YAML);
        assertThat(tree.toString()).startsWith("{");
    }
}
