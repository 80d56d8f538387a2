package dev.earlyphase.contracts.access;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.error.DomainException.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeyTextTest {
    @Test
    void a_drawn_key_is_like_no_other() {
        assertThat(KeyText.draw().text())
                .matches("ep_[A-Za-z0-9_-]{43}")
                .isNotEqualTo(KeyText.draw().text());
    }

    @Test
    void its_hash_is_sha_256() {
        assertThat(new KeyText("a".repeat(64)).hash())
                .isEqualTo("ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
    }

    @Test
    void it_is_never_printed() {
        KeyText key = KeyText.draw();

        assertThat(key.toString()).doesNotContain(key.text());
        assertThat(new NewKey("id", "ada", Role.VIEWER, null, null, key.text()).toString())
                .doesNotContain(key.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "has.dots.in.it.has.dots.in.it.has.dots", "has spaces in it has spaces in it"})
    void a_text_of_another_form_is_refused_by_the_name_of_its_variable_and_not_shown(String text) {
        assertThatThrownBy(() -> KeyText.required("EARLYPHASE_ACCESS_WORKER_KEY", Optional.of(text)))
                .isInstanceOf(Invalid.class)
                .hasMessage("EARLYPHASE_ACCESS_WORKER_KEY: got a text of another form; allowed: 32 to 200 characters of"
                        + " A-Z, a-z, 0-9, _ and -");
    }

    @Test
    void a_missing_one_is_named() {
        assertThatThrownBy(() -> KeyText.required("EARLYPHASE_ACCESS_WORKER_KEY", Optional.empty()))
                .hasMessageStartingWith("EARLYPHASE_ACCESS_WORKER_KEY: got nothing");
    }
}
