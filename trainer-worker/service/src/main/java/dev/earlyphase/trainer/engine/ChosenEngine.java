package dev.earlyphase.trainer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.trainer.reason.Reason;

/**
 * The engine that a worker computes with.
 *
 * @param why it and no other, such as {@code auto: torch loads, dl4j not tried}
 */
public record ChosenEngine(EngineKind kind, Engine engine, String why) {
    private static final String AUTO = "auto";

    /**
     * Chooses and loads one.
     *
     * @param asked {@code auto} for the fastest that loads, or an engine's own name
     * @throws Invalid if there is no engine of that name
     * @throws IllegalStateException if none loads that is asked for, with the reasons
     */
    public static ChosenEngine of(String asked) {
        return of(asked, EngineKind::load);
    }

    static ChosenEngine of(String asked, Function<EngineKind, Engine> loader) {
        return asked.equals(AUTO) ? fastest(loader) : named(EngineKind.named(asked), loader);
    }

    private static ChosenEngine fastest(Function<EngineKind, Engine> loader) {
        List<String> story = new ArrayList<>();
        for (EngineKind kind : EngineKind.values()) {
            try {
                Engine engine = loader.apply(kind);
                story.add(kind.id() + " loads");
                for (int slower = kind.ordinal() + 1; slower < EngineKind.values().length; slower++) {
                    story.add(EngineKind.values()[slower].id() + " not tried");
                }
                return new ChosenEngine(kind, engine, AUTO + ": " + String.join("; ", story));
            } catch (RuntimeException | LinkageError e) {
                story.add(kind.id() + " does not load (" + Reason.of(e) + ")");
            }
        }
        throw new IllegalStateException("No engine loads on this machine: " + String.join("; ", story));
    }

    private static ChosenEngine named(EngineKind kind, Function<EngineKind, Engine> loader) {
        try {
            return new ChosenEngine(kind, loader.apply(kind), kind.id() + ": asked for by earlyphase.engine");
        } catch (RuntimeException | LinkageError e) {
            throw new IllegalStateException(
                    "earlyphase.engine is %s, which does not load: %s".formatted(kind.id(), Reason.of(e)), e);
        }
    }
}
