package dev.earlyphase.analyzer.object;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectsArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.DeleteRequest;
import org.jboss.logging.Logger;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.NotFound;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.weights.safetensors.MalformedSafetensors;
import dev.earlyphase.weights.safetensors.SafetensorsFile;

/** Fetches safetensors files from the bucket, and deletes objects there. */
@ApplicationScoped
public class ObjectStore {
    private static final Logger LOG = Logger.getLogger(ObjectStore.class);
    private static final long CONNECT_MILLIS = TimeUnit.SECONDS.toMillis(3);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final long ANSWER_MILLIS = TimeUnit.SECONDS.toMillis(20);

    private final MinioClient client;
    private final String bucket;
    private final long limit;
    private final long patience;
    private final Timer fetches;
    private final Counter fetched;

    public ObjectStore(S3Config s3, ObjectConfig config, MeterRegistry registry) {
        client = MinioClient.builder()
                .endpoint(s3.endpoint())
                .credentials(s3.accessKey(), s3.secretKey())
                .region(s3.region())
                .build();
        client.setTimeout(CONNECT_MILLIS, ANSWER_MILLIS, ANSWER_MILLIS);
        bucket = s3.bucket();
        limit = config.limit().asLongValue();
        patience = config.patience().toNanos();
        fetches = Timer.builder("earlyphase.object.fetch")
                .description("Time to fetch one object from the object store")
                .register(registry);
        fetched = Counter.builder("earlyphase.object.fetch.bytes")
                .description("Size of the objects fetched")
                .register(registry);
    }

    /**
     * The tensors of an object.
     *
     * @throws NotFound where there is no such object
     * @throws dev.earlyphase.contracts.error.DomainException.Invalid where it is too large or not the one referred to
     * @throws MalformedSafetensors where it is no safetensors file
     * @throws Unavailable where the store does not answer
     */
    public SafetensorsFile fetch(ObjectRef object) {
        Check.that(object.bytes() <= limit, "size of " + object.key(), object.bytes(), "at most " + limit + " bytes");
        long began = System.nanoTime();
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                return fetchOnce(object);
            } catch (Invalid | MalformedSafetensors spoilt) {
                if (System.nanoTime() - began + TimeUnit.MILLISECONDS.toNanos(pause) > patience) {
                    throw spoilt;
                }
                LOG.warnf("Fetching an object again, it may have been spoilt on the way: %s", spoilt.getMessage());
                sleep(pause);
            }
        }
    }

    private SafetensorsFile fetchOnce(ObjectRef object) {
        byte[] bytes = fetches.record(() -> bytes(object));
        fetched.increment(bytes.length);
        return VerifiedFile.of(object, bytes);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while fetching an object again");
        }
    }

    /**
     * The keys that begin with a prefix.
     *
     * @throws Unavailable where the store does not answer
     */
    public List<String> keysUnder(String prefix) {
        var keys = new ArrayList<String>();
        var request = ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(true)
                .build();
        try {
            for (var item : client.listObjects(request)) {
                keys.add(item.get().objectName());
            }
            return keys;
        } catch (MinioException | IllegalStateException e) {
            throw new Unavailable("The object store does not list " + prefix + ": " + e);
        }
    }

    /**
     * Deletes objects, as many in one request as the store takes; where there is none, nothing happens.
     *
     * @throws Unavailable where the store does not answer or keeps one; others may be gone by then
     */
    public void delete(Collection<String> keys) {
        var request = RemoveObjectsArgs.builder()
                .bucket(bucket)
                .objects(keys.stream().map(DeleteRequest.Object::new).toList())
                .build();
        try {
            // What is asked for is sent as the answers are read.
            for (var failed : client.removeObjects(request)) {
                var error = failed.get();
                throw new Unavailable("The object store does not delete %s: %s, %s"
                        .formatted(error.objectName(), error.code(), error.message()));
            }
        } catch (MinioException | IllegalStateException e) {
            throw new Unavailable("The object store does not delete objects: " + e);
        }
    }

    /**
     * Makes the bucket where it is missing; whoever needs it first makes it.
     *
     * @throws Unavailable where the store does not answer, or does not let it be made
     */
    public void ensureBucket() {
        try {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
        } catch (MinioException | IllegalStateException e) {
            throw new Unavailable("The bucket %s cannot be used: %s".formatted(bucket, e));
        }
    }

    /**
     * An object as a stream, to be closed; however long it is, little of it is in memory.
     *
     * @throws NotFound where there is no such object
     * @throws Unavailable where the store does not answer
     */
    public InputStream open(String key) {
        try {
            return client.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(key).build());
        } catch (ErrorResponseException e) {
            if ("NoSuchKey".equals(e.errorResponse().code())) {
                throw new NotFound("object", key);
            }
            throw new Unavailable("The object store does not hand out " + key + ": " + e);
        } catch (MinioException | IllegalStateException e) {
            throw new Unavailable("The object store does not hand out " + key + ": " + e);
        }
    }

    private byte[] bytes(ObjectRef object) {
        var request =
                GetObjectArgs.builder().bucket(bucket).object(object.key()).build();
        try (var answer = client.getObject(request)) {
            return answer.readNBytes(Math.toIntExact(object.bytes() + 1));
        } catch (ErrorResponseException e) {
            if ("NoSuchKey".equals(e.errorResponse().code())) {
                throw new NotFound("object", object.key());
            }
            throw unavailable(object, e);
        } catch (MinioException | IOException | IllegalStateException e) {
            // The last is how the client reports a connection that is refused or lost.
            throw unavailable(object, e);
        }
    }

    private static Unavailable unavailable(ObjectRef object, Exception cause) {
        return new Unavailable("The object store does not hand out " + object.key() + ": " + cause);
    }
}
