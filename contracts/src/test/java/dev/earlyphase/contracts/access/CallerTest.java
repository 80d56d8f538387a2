package dev.earlyphase.contracts.access;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.error.DomainException.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallerTest {
    @Test
    void a_name_in_any_script_goes_by_the_header_and_back() {
        var caller = new Caller("Ada Ω 😀 100%", Role.VIEWER);

        var read = Caller.of(caller.userHeader(), "viewer");

        assertThat(read).isEqualTo(caller);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "a%2", "%0d%0aSet-Cookie", "%00", ""})
    void a_header_that_holds_no_name_is_refused(String header) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Caller.of(header, "viewer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud800b", "\udc00", "a\nb"})
    void a_name_that_is_no_plain_text_is_refused(String name) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new Caller(name, Role.VIEWER))
                .withMessageContaining("user");
    }
}
