package dev.earlyphase.orchestrator.json;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.canonical.CanonicalJson;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.TooLarge;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;
import dev.earlyphase.orchestrator.recipe.Expansion;

import static org.assertj.core.api.Assertions.assertThat;

/** A request that is read has an id and can be made trials, or says what it contradicts. */
public class StudyRequestFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(Invalid.class, TooLarge.class);
    private static final int MOST_TRIALS = 50;
    private static final Json JSON = new Json(FuzzedJson.MAPPER);

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, StudyRequestFuzzTest::plan);
    }

    @Test
    void whatever_the_body_it_is_a_study_or_refused() throws Exception {
        var fuzzing = Fuzzing.of(StudyRequestFuzzTest.class)
                .from(
                        request("dense", "'name': 'é\\u0000', 'observe': {'evaluateEvery': 1, 'telemetryUntil': 9}"),
                        request("imp-rewinding", "'rewind': ['0it', '1ep'], 'levels': 2, 'pruning': {'fraction': 0.2}"),
                        request("noise", "'levels': 1, 'rewind': ['5it'], 'perturbations': ['noise:0.5']"),
                        request("perturbations", "'levels': 2, 'perturbedLevels': [0, 1], 'rewind': ['500it']"),
                        request("pretraining", "'levels': 1, 'epochs': ['2ep'], 'tasks': [{'kind': 'rotation'}]"),
                        request("sparse-pretraining", "'levels': 1, 'epochs': ['2ep']"),
                        request("linear-connectivity", "'orders': 2, 'rewind': ['0it']"),
                        request("hessian", "'training': {'end': '2ep', 'milestones': ['1ep'], 'learningRate': 1e-3}"),
                        request("noise-scale", "'training': {'end': '35791ep', 'batchSize': 1}"),
                        request("critical-period", "'until': ['1ep'], 'scheduling': {'priority': 3, 'maxParallel': 1}"),
                        request("pruning-at-initialisation", "'densities': [0.2, 0.5], 'rules': ['snip']"));

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void plan(byte[] input) {
        var request = FuzzedJson.READER.read(new String(input, StandardCharsets.UTF_8), StudyRequest.class);
        assertThat(CanonicalJson.sha256(JSON.members(request))).hasSize(64);
        JSON.write(request);
        Expansion.of(request, MOST_TRIALS);
    }

    private static String request(String recipe, String further) {
        return "{'recipe': '%s', 'network': 'lenet-300-100', 'dataset': 'mnist', 'seeds': [1, -2], %s}"
                .formatted(recipe, further)
                .replace('\'', '"');
    }
}
