package dev.earlyphase.contracts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.access.KeyText;
import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.contracts.archive.CheckpointChoice;
import dev.earlyphase.contracts.archive.ResultTable;
import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;

import static org.assertj.core.api.Assertions.assertThat;

/** Moments, names, ids, keys: texts that are values. The first byte says which. */
public class SmallTextFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(Invalid.class);
    private static final List<Consumer<String>> PARSERS = List.of(
            text -> assertThat(Moment.parse(Moment.parse(text).toString())).isEqualTo(Moment.parse(text)),
            text -> Moment.parse(text).iteration(391),
            text -> new TrialId(text).brief(),
            text -> assertThat(Perturbation.parse(Perturbation.parse(text).toString()))
                    .isEqualTo(Perturbation.parse(text)),
            text -> NetworkName.of(text).id(),
            text -> DataSetName.of(text).id(),
            text -> Recipe.of(text).id(),
            text -> Precision.of(text).id(),
            text -> Role.parse(text).id(),
            text -> CheckpointChoice.of(text).id(),
            text -> ResultTable.of(text).ifPresent(ResultTable::order),
            text -> new KeyText(text).hash(),
            text -> Caller.of(text, "viewer").userHeader(),
            text -> ObjectKeys.renumbered(new ObjectRef(text, "", 0), 1));

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, SmallTextFuzzTest::parse);
    }

    @Test
    void whatever_the_text_it_is_a_value_or_refused() throws Exception {
        var fuzzing = Fuzzing.of(SmallTextFuzzTest.class);
        List<String> texts =
                List.of("120ep50it", "noise:0.5", "lenet-300-100", "cifar-10", "a%20b", "/attempt-9/", "f".repeat(64));
        for (int parser = 0; parser < PARSERS.size(); parser++) {
            for (String text : texts) {
                fuzzing.from((char) parser + text);
            }
        }

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void parse(byte[] input) {
        if (input.length > 0) {
            var text = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
            PARSERS.get(Byte.toUnsignedInt(input[0]) % PARSERS.size()).accept(text);
        }
    }
}
