package dev.earlyphase.trainer.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jakarta.inject.Singleton;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import org.jboss.logging.Logger;

import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.trainer.config.WorkerConfig;
import dev.earlyphase.trainer.time.Deadline;

/** The store over S3, tried again with growing pauses while it fails; a bucket that is not there yet is made. */
@Singleton
final class S3Store implements Store {
    private static final Logger LOG = Logger.getLogger(S3Store.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final long WHOLE = -1;
    private static final int MOST_UNSOUND = 5;

    private final MinioClient client;
    private final String endpoint;
    private final String bucket;
    private final Duration patience;

    S3Store(WorkerConfig config) {
        WorkerConfig.S3 s3 = config.s3();
        this.client = MinioClient.builder()
                .endpoint(s3.endpoint())
                .credentials(s3.accessKey(), s3.secretKey())
                .region(s3.region())
                .build();
        this.endpoint = s3.endpoint();
        this.bucket = s3.bucket();
        this.patience = s3.patience();
    }

    @Override
    public byte[] fetch(ObjectRef object) {
        return persistently("fetch " + object.key(), () -> get(object));
    }

    @Override
    public Optional<byte[]> fetchIfSound(ObjectRef object) {
        var unsound = new AtomicInteger();
        return persistently("fetch " + object.key(), () -> {
            try {
                return Optional.of(get(object));
            } catch (UnsoundException e) {
                // Harm on the way passes, harm in the store does not.
                if (unsound.incrementAndGet() < MOST_UNSOUND) {
                    throw e;
                }
                LOG.warnf("The object store has %s no more as it was: %s", object.key(), e.getMessage());
                return Optional.empty();
            }
        });
    }

    /** What was fetched is not what was stored. */
    private static final class UnsoundException extends IOException {
        UnsoundException(String message) {
            super(message);
        }
    }

    private byte[] get(ObjectRef object) throws IOException, MinioException {
        var request =
                GetObjectArgs.builder().bucket(bucket).object(object.key()).build();
        try (var in = client.getObject(request)) {
            byte[] bytes = in.readNBytes(Math.toIntExact(object.bytes() + 1));
            if (bytes.length != object.bytes() || !Sha256.of(bytes).equals(object.sha256())) {
                throw new UnsoundException("the object is not the one of " + object.bytes() + " bytes and SHA-256 "
                        + object.sha256() + " that was stored");
            }
            return bytes;
        } catch (ErrorResponseException e) {
            if ("NoSuchKey".equals(e.errorResponse().code())) {
                throw new UnsoundException("there is no such object");
            }
            throw e;
        }
    }

    @Override
    public ObjectRef keep(String key, byte[] bytes) {
        return persistently("store " + key, () -> {
            try {
                put(key, bytes);
            } catch (ErrorResponseException e) {
                if (!"NoSuchBucket".equals(e.errorResponse().code())) {
                    throw e;
                }
                client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
                put(key, bytes);
            }
            return new ObjectRef(key, Sha256.of(bytes), bytes.length);
        });
    }

    @Override
    public boolean offer(String key, byte[] bytes) {
        try {
            put(key, bytes);
            return true;
        } catch (MinioException | IllegalStateException e) {
            LOG.warnf("The object store would not take %s: %s", key, e.toString());
            return false;
        }
    }

    @Override
    public void probe() {
        String key = "probe/" + UUID.randomUUID();
        try {
            makeBucketWhereMissing();
            put(key, new byte[] {1});
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
        } catch (MinioException | IllegalStateException e) {
            // The last is how the client reports a connection that is refused or lost.
            throw new Unavailable("The bucket %s at %s cannot be written: %s".formatted(bucket, endpoint, e));
        }
    }

    private void makeBucketWhereMissing() throws MinioException {
        if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
            client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
        }
    }

    private void put(String key, byte[] bytes) throws MinioException {
        client.putObject(PutObjectArgs.builder().bucket(bucket).object(key).stream(
                        new ByteArrayInputStream(bytes), (long) bytes.length, WHOLE)
                .build());
    }

    private <T> T persistently(String what, Call<T> call) {
        Deadline deadline = Deadline.after(patience);
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return call.make();
            } catch (Exception e) {
                if (Thread.interrupted()) {
                    Thread.currentThread().interrupt();
                    throw new Unavailable("Interrupted while trying to " + what);
                }
                if (deadline.passesWithin(pause)) {
                    throw new Unavailable(
                            "The object store would not " + what + " for " + patience.toSeconds() + " s: " + e);
                }
                LOG.warnf("The object store would not %s, trying again: %s", what, e.toString());
                pause = sleep(pause);
            }
        }
    }

    private static Duration sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private interface Call<T> {
        T make() throws Exception;
    }
}
