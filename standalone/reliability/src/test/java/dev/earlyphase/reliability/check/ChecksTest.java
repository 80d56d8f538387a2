package dev.earlyphase.reliability.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.minio.RemoveObjectArgs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.reliability.evidence.Database;

import static dev.earlyphase.reliability.check.CompletedTrial.ID;
import static dev.earlyphase.reliability.check.CompletedTrial.KEY;
import static org.assertj.core.api.Assertions.assertThat;

/** A check that holds whatever happens would be worth nothing: each is shown what it must find. */
class ChecksTest {
    private Evidence evidence;

    @BeforeEach
    void oneTrialHasBeenCompleted() throws Exception {
        CompletedTrial.make();
        evidence = Evidence.of(CompletedTrial.servers(), Results.of(new Database(CompletedTrial.servers())));
        for (String key : evidence.store().keys()) {
            if (!key.equals(KEY)) {
                remove(key);
            }
        }
    }

    @Test
    void where_nothing_is_wrong_all_checks_hold() throws Exception {
        assertThat(violated()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update study.trial set state = 'failed'                       | every trial has ended, completed
            update study.attempt set outcome = 'failed'                   | every trial was completed exactly once
            update study.attempt set ended = null, outcome = null         | every attempt has an end
            update study.trial set state = 'running', lease_until = now() | no lease is left
            insert into study.outbox (topic, key, payload) values ('t', 'k', '{}') | the outbox is empty
            update study.trial set result = '{"weightsSha256": "other"}'  | every trial's weights at its end are those of an undisturbed run (SHA-256)
            update results.telemetry set loss = 2.4 where iteration = 1   | telemetry and statistics are, row by row, those of an undisturbed run
            delete from results.telemetry where iteration = 0             | telemetry has every iteration once
            update study.checkpoint set weights = jsonb_set(weights, '{sha256}', '"other"') | every object that a row names is there, with its size and its SHA-256
            delete from study.checkpoint                                  | every object is named by a row, but for the logs of attempts
            """)
    void a_row_that_is_wrong_is_found(String harm, String sentence) throws Exception {
        CompletedTrial.sql(harm);

        assertThat(violated()).containsKey(sentence);
    }

    @Test
    void an_object_that_is_gone_is_found() throws Exception {
        remove(KEY);

        assertThat(violated()).containsKey("every object that a row names is there, with its size and its SHA-256");
    }

    @Test
    void a_log_of_an_attempt_needs_no_row() throws Exception {
        CompletedTrial.put("trials/" + ID + "/attempt-1/log.txt", new byte[] {1});

        assertThat(violated()).isEmpty();
    }

    private Map<String, List<String>> violated() throws Exception {
        var violated = new LinkedHashMap<String, List<String>>();
        for (Check check : Checks.ALL) {
            List<String> violations = check.violations(evidence);
            if (!violations.isEmpty()) {
                violated.put(check.sentence(), violations);
            }
        }
        return violated;
    }

    private static void remove(String key) throws Exception {
        CompletedTrial.store()
                .removeObject(RemoveObjectArgs.builder()
                        .bucket(CompletedTrial.servers().s3Bucket())
                        .object(key)
                        .build());
    }
}
