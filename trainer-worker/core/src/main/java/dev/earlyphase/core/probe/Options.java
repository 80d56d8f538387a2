package dev.earlyphase.core.probe;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.earlyphase.contracts.error.DomainException.Invalid;

/** What a request asks of a probe, the kind's defaults filled in. */
final class Options {
    private final Map<String, Double> values = new TreeMap<>();

    /**
     * @param given by name
     * @param batchSize of the trial, the default of some
     * @throws Invalid if one is not known or out of range
     */
    Options(ProbeKind kind, Map<String, Double> given, int batchSize) {
        check(kind, given);
        for (ProbeOption option : kind.options()) {
            Double value = given.get(option.name());
            values.put(option.name(), value == null ? option.usual().orElse(batchSize) : value);
        }
    }

    /** @param option of which only whole numbers are allowed */
    int whole(ProbeOption option) {
        return values.get(option.name()).intValue();
    }

    double number(ProbeOption option) {
        return values.get(option.name());
    }

    /** @throws Invalid if an option is not known or out of range */
    static void check(ProbeKind kind, Map<String, Double> given) {
        List<ProbeOption> known = kind.options();
        given.forEach((name, value) -> {
            ProbeOption option = known.stream()
                    .filter(o -> o.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Invalid("options", name, "one of " + names(known) + " for " + kind.kind()));
            if (value == null || !option.allows(value)) {
                throw new Invalid("options." + name, value, option.allowed());
            }
        });
    }

    private static String names(List<ProbeOption> options) {
        return options.stream().map(ProbeOption::name).collect(Collectors.joining(", "));
    }
}
