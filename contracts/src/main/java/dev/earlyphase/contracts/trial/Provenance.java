package dev.earlyphase.contracts.trial;

import java.util.Map;

/**
 * Where a result comes from, enough to compute it again.
 *
 * @param worker the process that trained
 * @param engine name and version
 * @param device what it computed on, for example the processor's model
 * @param threads the engine's compute threads
 * @param dataSha256 of all pixels and labels
 * @param dataLabel how the data set is to be named in a result, for example "CIFAR-10, JPEG copy"
 * @param details of the engine: native variant, helpers, driver
 */
public record Provenance(
        String worker,
        String engine,
        String device,
        int threads,
        String dataSha256,
        String dataLabel,
        Map<String, String> details) {
    public Provenance {
        details = details == null ? Map.of() : Map.copyOf(details);
    }
}
