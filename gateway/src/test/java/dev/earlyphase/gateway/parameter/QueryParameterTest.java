package dev.earlyphase.gateway.parameter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.FieldError;
import dev.earlyphase.contracts.trial.Moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class QueryParameterTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "ten", "", "1.5", "99999999999"})
    void a_number_out_of_range_is_refused_with_name_value_and_range(String text) {
        var refusal = catchThrowableOfType(Invalid.class, () -> QueryParameter.integer("limit", text, 1, 500, 50));

        assertThat(refusal.fields()).containsExactly(new FieldError("limit", text, "a whole number from 1 to 500"));
    }

    @Test
    void a_number_within_the_range_is_taken() {
        assertThat(QueryParameter.integer("limit", "500", 1, 500, 50)).isEqualTo(500);
        assertThat(QueryParameter.integer("limit", null, 1, 500, 50)).isEqualTo(50);
    }

    @Test
    void a_flag_is_true_or_false_and_nothing_else() {
        var refusal = catchThrowableOfType(Invalid.class, () -> QueryParameter.flag("dryRun", "yes"));

        assertThat(refusal.fields()).containsExactly(new FieldError("dryRun", "yes", "true or false"));
        assertThat(QueryParameter.flag("dryRun", "true")).isTrue();
        assertThat(QueryParameter.flag("dryRun", "false")).isFalse();
        assertThat(QueryParameter.flag("dryRun", null)).isFalse();
    }

    @Test
    void a_moment_is_refused_under_the_name_of_its_parameter() {
        var refusal = catchThrowableOfType(Invalid.class, () -> QueryParameter.moment("at", "later"));

        assertThat(refusal.fields().getFirst().field()).isEqualTo("at");
        assertThat(QueryParameter.moment("at", "1ep")).isEqualTo(Moment.ofEpochs(1));
    }
}
