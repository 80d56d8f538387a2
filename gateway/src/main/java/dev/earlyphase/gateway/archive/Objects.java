package dev.earlyphase.gateway.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import jakarta.enterprise.context.ApplicationScoped;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.MinioException;

import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.gateway.checkpoint.StoreConfig;

/** Objects of the store on their way into an archive and out of one. All throw {@link Unavailable}. */
@ApplicationScoped
class Objects {
    private static final long CONNECT_MILLIS = TimeUnit.SECONDS.toMillis(3);
    private static final long ANSWER_MILLIS = TimeUnit.SECONDS.toMillis(60);
    /** The client holds one part in memory. */
    private static final long PART = 8L << 20;

    private final MinioClient client;
    private final String bucket;

    Objects(StoreConfig config) {
        client = MinioClient.builder()
                .endpoint(config.endpoint())
                .region(config.region())
                .credentials(config.accessKey(), config.secretKey())
                .build();
        client.setTimeout(CONNECT_MILLIS, ANSWER_MILLIS, ANSWER_MILLIS);
        bucket = config.bucket();
    }

    /** @throws IOException where {@code out} takes no more */
    void copy(String key, OutputStream out) throws IOException {
        var request = GetObjectArgs.builder().bucket(bucket).object(key).build();
        try (var object = client.getObject(request)) {
            object.transferTo(out);
        } catch (MinioException | IllegalStateException e) {
            throw new Unavailable("The object store does not hand out " + key + ": " + e);
        }
    }

    void put(String key, InputStream content, long bytes) {
        try {
            client.putObject(
                    PutObjectArgs.builder().bucket(bucket).object(key).stream(content, bytes, bytes > PART ? PART : -1L)
                            .build());
        } catch (MinioException | IllegalStateException e) {
            throw new Unavailable("The object store does not take " + key + ": " + e);
        }
    }

    /** Whoever needs the bucket first makes it. */
    void ensureBucket() {
        try {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
        } catch (MinioException | IllegalStateException e) {
            throw new Unavailable("The bucket %s cannot be used: %s".formatted(bucket, e));
        }
    }
}
