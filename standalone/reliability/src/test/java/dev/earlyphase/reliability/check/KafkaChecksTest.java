package dev.earlyphase.reliability.check;

import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.reliability.evidence.Database;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaChecksTest {
    private Evidence evidence;

    @BeforeEach
    void oneTrialHasBeenCompleted() throws Exception {
        CompletedTrial.make();
        evidence = Evidence.of(CompletedTrial.servers(), Results.of(new Database(CompletedTrial.servers())));
    }

    @Test
    void a_record_that_nobody_has_taken_is_found() throws Exception {
        evidence.topics().publish(List.of(new ProducerRecord<>(Topics.TRIAL_TELEMETRY, "trial", "{}")));

        assertThat(Checks.CAUGHT_UP.violations(evidence))
                .containsExactly("analyzer is 1 records behind in trial-telemetry");
    }
}
