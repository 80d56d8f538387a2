package dev.earlyphase.gateway.mlflow;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The MLflow tracking server. */
@ConfigMapping(prefix = "earlyphase.mlflow")
public interface MlflowConfig {
    /** Its address, such as {@code http://mlflow:5000}; without one nothing is mirrored. */
    Optional<URI> url();

    /** Shown to it as a bearer token. */
    Optional<String> token();

    /** With {@link #password}, shown to it by HTTP's basic authentication. */
    Optional<String> user();

    Optional<String> password();

    /** How long is waited between two rounds. */
    @WithDefault("1m")
    Duration every();
}
