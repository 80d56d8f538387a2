package dev.earlyphase.contracts.access;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RoleTest {
    @Test
    void each_of_the_users_roles_includes_those_before_it() {
        assertThat(Role.OPERATOR.includes(Role.RESEARCHER)).isTrue();
        assertThat(Role.RESEARCHER.includes(Role.VIEWER)).isTrue();
        assertThat(Role.VIEWER.includes(Role.RESEARCHER)).isFalse();
    }

    @Test
    void a_worker_is_a_worker_only_and_nobody_else_is_one() {
        for (Role role : Role.values()) {
            assertThat(Role.WORKER.includes(role)).isEqualTo(role == Role.WORKER);
            assertThat(role.includes(Role.WORKER)).isEqualTo(role == Role.WORKER);
        }
    }

    @Test
    void a_researcher_may_end_what_is_theirs_and_an_operator_everything() {
        assertThat(new Caller("ada", Role.RESEARCHER).mayEnd("ada")).isTrue();
        assertThat(new Caller("ada", Role.RESEARCHER).mayEnd("grace")).isFalse();
        assertThat(new Caller("ada", Role.VIEWER).mayEnd("ada")).isFalse();
        assertThat(new Caller("ada", Role.OPERATOR).mayEnd("grace")).isTrue();
    }

    @Test
    void a_caller_comes_through_headers_as_they_were() {
        var caller = new Caller("Ada, née Byron + 1%", Role.RESEARCHER);

        assertThat(Caller.of(caller.userHeader(), caller.role().id())).isEqualTo(caller);
        assertThatThrownBy(() -> new Caller("a\nb", Role.VIEWER)).isInstanceOf(Invalid.class);
    }
}
