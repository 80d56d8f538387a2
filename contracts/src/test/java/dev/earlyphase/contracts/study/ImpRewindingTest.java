package dev.earlyphase.contracts.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.contracts.Json;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.trial.Moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImpRewindingTest {
    private static final String REQUEST = """
            {"recipe": "imp-rewinding", "network": "lenet-300-100", "dataset": "mnist", "seeds": [1, 2],
             "rewind": ["0it", "200it"], "levels": 5, "training": {"end": "4ep"}}
            """;

    @Test
    void a_recipe_is_read_by_its_name_and_completed_by_defaults() throws JsonProcessingException {
        var study = (ImpRewinding) Json.MAPPER.readValue(REQUEST, StudyRequest.class);

        assertThat(study.rewind()).containsExactly(Moment.START, Moment.ofIterations(200));
        assertThat(study.name()).isEqualTo("imp-rewinding lenet-300-100 on mnist");
        assertThat(study.pruning().fraction()).isEqualTo(0.2);
        assertThat(study.scheduling().priority()).isZero();
    }

    @Test
    void json_carries_a_request_whole() throws JsonProcessingException {
        StudyRequest study = Json.MAPPER.readValue(REQUEST, StudyRequest.class);

        String json = Json.MAPPER.writerFor(StudyRequest.class).writeValueAsString(study);

        assertThat(Json.MAPPER.readValue(json, StudyRequest.class)).isEqualTo(study);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"levels\": 5 | \"levels\": -1 | levels: got -1; allowed: a whole number from 0 to 100",
                "[1, 2] | [] | seeds: got []; allowed: one or more different whole numbers",
                "[1, 2] | [3, 3] | seeds[1]: got 3; allowed: a whole number that is not in the list yet",
                "[\"0it\", \"200it\"] | [] | rewind: got []; allowed: one or more moments when levels is above 0",
                "\"200it\" | \"0it\" | rewind[1]: got 0it; allowed: a moment that is not in the list yet",
                "lenet-300-100 | lenet | network: got lenet; allowed: one of lenet-300-100, conv-2, conv-4, conv-6, resnet-20, resnet-56, resnet-18, resnet-18-imagenet-stem, vgg-13, wrn-16-8",
                "mnist | imagenet | dataset: got imagenet; allowed: one of mnist, fashion-mnist, cifar-10, strokes",
                "\"end\": \"4ep\" | \"precision\": \"fp16\" | precision: got fp16; allowed: one of fp32, bf16-compute, bf16",
                "\"levels\": 5 | \"levels\": 5, \"pruning\": {\"fraction\": 1} | fraction: got 1.0; allowed: a number above 0 and below 1",
            })
    void a_bad_field_is_refused_with_its_value_and_what_is_allowed(String good, String bad, String message) {
        String request = REQUEST.replace(good, bad);

        assertThatThrownBy(() -> Json.MAPPER.readValue(request, StudyRequest.class))
                .isInstanceOf(ValueInstantiationException.class)
                .cause()
                .isInstanceOf(Invalid.class)
                .hasMessage(message);
    }
}
