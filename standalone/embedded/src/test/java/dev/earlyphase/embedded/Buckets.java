package dev.earlyphase.embedded;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;

import dev.earlyphase.launcher.EmbeddedAddresses;

/** A client of the object store, with the keys it was given. */
final class Buckets {

    private static final long PART = 5L << 20;

    private final MinioClient client;
    private final String bucket;

    Buckets(EmbeddedAddresses addresses, String accessKey, String secretKey) {
        this.client = MinioClient.builder()
                .endpoint(addresses.s3Endpoint())
                .credentials(accessKey, secretKey)
                .region("us-east-1")
                .build();
        this.bucket = addresses.s3Bucket();
    }

    Buckets(EmbeddedAddresses addresses) {
        this(addresses, addresses.s3AccessKey(), addresses.s3SecretKey());
    }

    void put(String key, byte[] content) throws Exception {
        client.putObject(PutObjectArgs.builder().bucket(bucket).object(key).stream(
                        new ByteArrayInputStream(content), (long) content.length, PART)
                .build());
    }

    byte[] get(String key) throws Exception {
        try (var content = client.getObject(
                GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            return content.readAllBytes();
        }
    }

    List<String> list(String prefix) throws Exception {
        List<String> keys = new ArrayList<>();
        for (var item : client.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(true)
                .build())) {
            keys.add(item.get().objectName());
        }
        return keys;
    }
}
