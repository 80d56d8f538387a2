package dev.earlyphase.analyzer.object;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The object store: MinIO or any other that speaks S3. */
@ConfigMapping(prefix = "earlyphase.s3")
public interface S3Config {
    @WithDefault("http://127.0.0.1:19000")
    String endpoint();

    String accessKey();

    String secretKey();

    @WithDefault("earlyphase")
    String bucket();

    @WithDefault("us-east-1")
    String region();
}
