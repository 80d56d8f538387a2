package dev.earlyphase.core.probe;

import java.util.List;
import java.util.Map;

import dev.earlyphase.contracts.error.DomainException.Invalid;

/** The kinds of probes on offer. */
public final class Probes {
    /** One line a kind. */
    private static final List<ProbeKind> ALL = List.of(
            new HessianProbe(), //
            new NoiseScaleProbe(),
            new FisherProbe());

    private Probes() {}

    /** By which names requests ask for them. */
    public static List<String> kinds() {
        return ALL.stream().map(ProbeKind::kind).toList();
    }

    /** @throws Invalid if there is no such kind, or an option of it is not known or out of range */
    public static void check(String kind, Map<String, Double> options) {
        Options.check(named(kind), options);
    }

    static ProbeKind named(String kind) {
        return ALL.stream()
                .filter(probe -> probe.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Invalid("kind", kind, "one of " + String.join(", ", kinds())));
    }
}
