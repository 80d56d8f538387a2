package dev.earlyphase.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the embedded servers listen and what opens them. Holds secrets: {@link #toString()} leaves them out.
 *
 * @param kafka bootstrap servers, {@code host:port}
 * @param postgresUrl JDBC address of the database
 * @param postgresUser owner of the database
 * @param postgresPassword that user's password
 * @param s3Endpoint address of the object store
 * @param s3AccessKey access key of the object store
 * @param s3SecretKey secret key of the object store
 * @param s3Bucket the bucket, which exists
 * @param access what opens the services that use the servers
 * @param pid process id of the JVM that runs the three
 */
public record EmbeddedAddresses(
        String kafka,
        String postgresUrl,
        String postgresUser,
        String postgresPassword,
        String s3Endpoint,
        String s3AccessKey,
        String s3SecretKey,
        String s3Bucket,
        AccessKeys access,
        long pid) {

    /** The addresses under the configuration keys of the services. */
    public Map<String, String> configuration() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("earlyphase.kafka", kafka);
        keys.put("earlyphase.postgres.url", postgresUrl);
        keys.put("earlyphase.postgres.user", postgresUser);
        keys.put("earlyphase.postgres.password", postgresPassword);
        keys.put("earlyphase.s3.endpoint", s3Endpoint);
        keys.put("earlyphase.s3.access-key", s3AccessKey);
        keys.put("earlyphase.s3.secret-key", s3SecretKey);
        keys.put("earlyphase.s3.bucket", s3Bucket);
        keys.put("earlyphase.s3.region", "us-east-1");
        keys.put("earlyphase.access.operator-key", access.operator());
        keys.put("earlyphase.access.worker-key", access.worker());
        keys.put("earlyphase.access.gateway-key", access.gateway());
        return keys;
    }

    @Override
    public String toString() {
        return "kafka %s, postgres %s, s3 %s, pid %d".formatted(kafka, postgresUrl, s3Endpoint, pid);
    }
}
