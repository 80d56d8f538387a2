package dev.earlyphase.gateway.checkpoint;

import java.net.URI;
import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioClient;
import io.minio.errors.MinioException;

import dev.earlyphase.contracts.error.Check;

/** Addresses under which anyone can fetch an object for a while. Made without asking the store. */
@ApplicationScoped
public class Downloads {
    private static final Duration LONGEST = Duration.ofDays(7);

    private final StoreConfig config;
    private final MinioClient client;

    Downloads(StoreConfig config) {
        Duration expiry = config.downloadExpiry();
        Check.that(
                expiry.toSeconds() >= 1 && expiry.compareTo(LONGEST) <= 0,
                "earlyphase.s3.download-expiry",
                expiry,
                "1 second to 7 days");
        this.config = config;
        // With the region given, the client need not look it up.
        this.client = MinioClient.builder()
                .endpoint(config.publicEndpoint().orElse(config.endpoint()))
                .region(config.region())
                .credentials(config.accessKey(), config.secretKey())
                .build();
    }

    URI presigned(String key) {
        try {
            return URI.create(client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(Http.Method.GET)
                    .bucket(config.bucket())
                    .object(key)
                    .expiry(Math.toIntExact(config.downloadExpiry().toSeconds()))
                    .build()));
        } catch (MinioException mistake) {
            throw new IllegalStateException("cannot sign an address of " + key, mistake);
        }
    }
}
