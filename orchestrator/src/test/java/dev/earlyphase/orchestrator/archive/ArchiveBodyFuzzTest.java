package dev.earlyphase.orchestrator.archive;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.TooLarge;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;
import dev.earlyphase.orchestrator.json.FuzzedJson;

import static org.assertj.core.api.Assertions.assertThat;

public class ArchiveBodyFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(Invalid.class, TooLarge.class);
    private static final String STUDY = """
            {"id":"0123456789abcdef0123","name":"n","owner":"ann","submitted":"2026-01-01T00:00:00Z","cancelled":false,\
            "request":{"recipe":"dense","network":"lenet-300-100","dataset":"mnist","seeds":[1],"training":{"end":"10it"}}}
            """;
    private static final String TRIAL = """
            {"id":"%1$s","role":{"seed":1,"level":0},"state":"failed","reason":"r","attempts":2,"freshAfter":0,\
            "iteration":3,"worker":"w","started":"2026-01-01T00:00:00Z","ended":"2026-01-01T00:00:01Z","spec":%2$s,\
            "observations":{"checkpoints":[5],"telemetryUntil":10,"telemetryEvery":1,"evaluateEvery":5},\
            "mask":{"key":"trials/%1$s/attempt-1/mask.safetensors","sha256":"s","bytes":1},"needs":[],\
            "checkpoints":[{"iteration":5,"attempt":1,"purpose":"observed",\
            "weights":{"key":"trials/%1$s/attempt-1/5it.safetensors","sha256":"s","bytes":1},"at":"2026-01-01T00:00:00Z"}]}
            """;

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, ArchiveBodyFuzzTest::read);
    }

    @Test
    void whatever_the_body_it_is_a_study_with_its_trials_or_refused() throws Exception {
        String spec = FuzzedJson.MAPPER
                .readTree(Files.readString(FuzzedJson.MESSAGES.resolve("trial-offer.json")))
                .get("spec")
                .toString();
        String trial =
                TRIAL.formatted(FuzzedJson.READER.read(spec, TrialSpec.class).id(), spec);
        var fuzzing = Fuzzing.of(ArchiveBodyFuzzTest.class)
                .from(STUDY, STUDY + trial, STUDY + trial + trial, STUDY + "null\n");

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void read(byte[] input) {
        new ArchiveBody(new ByteArrayInputStream(input), FuzzedJson.READER)
                .each(trial -> assertThat(trial.id()).isNotNull());
    }
}
