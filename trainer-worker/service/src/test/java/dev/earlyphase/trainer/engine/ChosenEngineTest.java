package dev.earlyphase.trainer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.trainer.testing.FakeEngine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChosenEngineTest {
    private static final UnsatisfiedLinkError NO_LIBRARY = new UnsatisfiedLinkError("no library for riscv");

    private final List<EngineKind> tried = new ArrayList<>();

    @Test
    void auto_takes_the_fastest_that_loads_and_tries_no_other() {
        ChosenEngine chosen = ChosenEngine.of("auto", failing(Map.of()));

        assertThat(chosen.kind()).isEqualTo(EngineKind.TORCH);
        assertThat(chosen.why()).isEqualTo("auto: torch loads; dl4j not tried");
        assertThat(tried).containsExactly(EngineKind.TORCH);
    }

    @Test
    void auto_takes_the_next_where_the_fastest_does_not_load_and_says_why() {
        ChosenEngine chosen = ChosenEngine.of("auto", failing(Map.of(EngineKind.TORCH, NO_LIBRARY)));

        assertThat(chosen.kind()).isEqualTo(EngineKind.DL4J);
        assertThat(chosen.why()).isEqualTo("auto: torch does not load (no library for riscv); dl4j loads");
    }

    @Test
    void a_class_that_cannot_be_initialised_counts_as_not_loading_and_its_cause_is_told() {
        var failure = new ExceptionInInitializerError(new IllegalStateException("needs AVX2"));

        ChosenEngine chosen = ChosenEngine.of("auto", failing(Map.of(EngineKind.TORCH, failure)));

        assertThat(chosen.why()).contains("torch does not load (needs AVX2)");
    }

    @Test
    void where_none_loads_all_reasons_are_told() {
        var failing = failing(Map.of(EngineKind.TORCH, NO_LIBRARY, EngineKind.DL4J, new IllegalStateException("old")));

        assertThatThrownBy(() -> ChosenEngine.of("auto", failing))
                .hasMessage("No engine loads on this machine: torch does not load (no library for riscv);"
                        + " dl4j does not load (old)");
    }

    @Test
    void an_engine_that_is_asked_for_is_taken_though_a_faster_one_loads() {
        ChosenEngine chosen = ChosenEngine.of("dl4j", failing(Map.of()));

        assertThat(chosen.kind()).isEqualTo(EngineKind.DL4J);
        assertThat(chosen.why()).isEqualTo("dl4j: asked for by earlyphase.engine");
        assertThat(tried).containsExactly(EngineKind.DL4J);
    }

    @Test
    void an_engine_that_is_asked_for_and_does_not_load_is_not_replaced() {
        var failing = failing(Map.of(EngineKind.TORCH, NO_LIBRARY));

        assertThatThrownBy(() -> ChosenEngine.of("torch", failing))
                .hasMessage("earlyphase.engine is torch, which does not load: no library for riscv");
    }

    @Test
    void a_wrong_name_is_refused_with_those_that_are_allowed() {
        assertThatThrownBy(() -> ChosenEngine.of("tensorflow", failing(Map.of())))
                .isInstanceOf(Invalid.class)
                .hasMessage("earlyphase.engine: got tensorflow; allowed: auto or torch or dl4j");
    }

    private Function<EngineKind, Engine> failing(Map<EngineKind, ? extends Throwable> failures) {
        return kind -> {
            tried.add(kind);
            switch (failures.get(kind)) {
                case null -> {}
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                case Throwable other -> throw new IllegalStateException(other);
            }
            return new FakeEngine();
        };
    }
}
