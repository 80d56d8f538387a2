package dev.earlyphase.gateway.mlflow;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The MLflow tracking server. */
@ConfigMapping(prefix = "earlyphase.mlflow")
public interface MlflowConfig {
    /** The MLflow tracking server's address, such as {@code http://mlflow:5000}; without one nothing is mirrored. */
    Optional<URI> url();

    /** Shown to MLflow as a bearer token. */
    Optional<String> token();

    /** With {@link #password}, shown to MLflow by HTTP's basic authentication. */
    Optional<String> user();

    /** That user's password at MLflow. */
    Optional<String> password();

    /** How long the mirror to MLflow waits between two rounds. */
    @WithDefault("1m")
    Duration every();
}
