package dev.earlyphase.contracts.error;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Conflict;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.NotFound;
import dev.earlyphase.contracts.error.DomainException.Refused;
import dev.earlyphase.contracts.error.DomainException.TooLarge;
import dev.earlyphase.contracts.error.DomainException.TooMany;
import dev.earlyphase.contracts.error.DomainException.Unauthenticated;
import dev.earlyphase.contracts.error.DomainException.Unavailable;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorKindTest {
    @Test
    void every_kind_but_the_unexpected_one_has_an_exception_of_its_own() {
        List<DomainException> all = List.of(
                new Invalid("field", 1, "2"),
                new Refused("no"),
                new NotFound("trial", "ab"),
                new Conflict("no"),
                new TooLarge("body", 2, "1"),
                new Unauthenticated(),
                new TooMany("no", 1),
                new Unavailable("no"));

        assertThat(all.stream().map(DomainException::kind).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(ErrorKind.INTERNAL)));
        assertThat(DomainException.class.getPermittedSubclasses()).hasSameSizeAs(all);
    }

    @Test
    void a_problem_says_the_field_the_value_and_what_is_allowed() {
        var problem = Problem.of(new Invalid("levels", -1, "at least 0").under("recipe"));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors()).containsExactly(new FieldError("recipe.levels", "-1", "at least 0"));
    }
}
