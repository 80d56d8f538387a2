package dev.earlyphase.gateway.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;

import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.trial.TrialId;

/** What workers put down about their attempts, read from the store. */
@ApplicationScoped
class AttemptLogs {
    private static final long LIMIT = Duration.ofSeconds(10).toMillis();
    /** Workers write a tenth of it. */
    private static final int MOST_BYTES = 4 << 20;

    private final StoreConfig config;
    private final MinioClient client;

    AttemptLogs(StoreConfig config) {
        this.config = config;
        this.client = MinioClient.builder()
                .endpoint(config.endpoint())
                .region(config.region())
                .credentials(config.accessKey(), config.secretKey())
                .build();
        client.setTimeout(LIMIT, LIMIT, LIMIT);
    }

    /** Empty when the attempt has none: it runs, or its worker did not live to write it. */
    Optional<String> of(TrialId trial, int attempt) {
        var request = GetObjectArgs.builder()
                .bucket(config.bucket())
                .object(ObjectKeys.log(trial, attempt))
                .build();
        try (var in = client.getObject(request)) {
            return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        } catch (ErrorResponseException refusal) {
            return switch (refusal.errorResponse().code()) {
                case "NoSuchKey", "NoSuchBucket" -> Optional.empty();
                default -> throw away(refusal);
            };
        } catch (MinioException | IOException | IllegalStateException failure) {
            // The last is how the client reports a connection that is refused or lost.
            throw away(failure);
        }
    }

    private static Unavailable away(Exception failure) {
        return new Unavailable("The object store does not answer: " + failure.getMessage());
    }
}
