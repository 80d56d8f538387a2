package dev.earlyphase.reliability.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;

import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.launcher.EmbeddedAddresses;

/** The object store of a stack. */
public final class Store {
    private final MinioClient client;
    private final String bucket;

    public Store(EmbeddedAddresses addresses) {
        this.client = MinioClient.builder()
                .endpoint(addresses.s3Endpoint())
                .credentials(addresses.s3AccessKey(), addresses.s3SecretKey())
                .region("us-east-1")
                .build();
        this.bucket = addresses.s3Bucket();
    }

    /** The keys of all that trials left. */
    public Set<String> keys() throws Exception {
        var keys = new TreeSet<String>();
        var request = ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix("trials/")
                .recursive(true)
                .build();
        for (var item : client.listObjects(request)) {
            keys.add(item.get().objectName());
        }
        return keys;
    }

    /** What an object really is. */
    public ObjectRef read(String key) throws Exception {
        try (var in = client.getObject(
                GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            byte[] bytes = in.readAllBytes();
            return new ObjectRef(key, sha256(bytes), bytes.length);
        }
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
