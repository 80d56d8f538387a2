package dev.earlyphase.gateway.mlflow;

import java.util.Map;

/**
 * A run as MLflow has it.
 *
 * @param artifacts where its artifacts lie
 */
record Run(String id, String artifacts, Map<String, String> tags) {
    private static final String PROXIED = "mlflow-artifacts:/";

    /** Whether the server itself takes artifacts, so that they need no keys of its store. */
    boolean takesArtifacts() {
        return artifacts.startsWith(PROXIED);
    }

    /** Where an artifact lies in the server's store. */
    String path(String artifact) {
        return artifacts.replaceFirst("^" + PROXIED + "+", "") + "/" + artifact;
    }
}
