package dev.earlyphase.reliability.detour;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** All detours of a stack, one for each link. */
public final class Detours implements AutoCloseable {
    private final Map<Link, Detour> detours = new ConcurrentHashMap<>();

    /** The detour of a link, made where there is none yet. */
    public Detour of(Link link, IntSupplier target) {
        return detours.computeIfAbsent(link, made -> Detour.to(target));
    }

    /** The detour of a link that is in use. */
    public Detour of(Link link) {
        Detour detour = detours.get(link);
        if (detour == null) {
            throw new IllegalArgumentException("no detour from " + link);
        }
        return detour;
    }

    /** All of them do no more harm. */
    public void pass() {
        detours.values().forEach(detour -> detour.behave(Behaviour.PASSING));
    }

    @Override
    public void close() {
        List.copyOf(detours.values()).forEach(Detour::close);
    }
}
