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
 * @param build version and git commit of the program, for example "0.1.0 a1b2c3d"; null where it is not known
 */
public record Provenance(
        String worker,
        String engine,
        String device,
        int threads,
        String dataSha256,
        String dataLabel,
        Map<String, String> details,
        String build) {
    public Provenance {
        details = details == null ? Map.of() : Map.copyOf(details);
    }
}
