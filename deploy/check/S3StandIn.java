import java.net.URI;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 store that reads the variables and the command of the image minio/minio: {@code server FOLDER}. */
class S3StandIn {
    public static void main(String[] arguments) throws Exception {
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(arguments[1]))
                .endpoint(URI.create("http://0.0.0.0:9000"))
                .awsAuthentication(
                        AuthenticationType.AWS_V4,
                        System.getenv("MINIO_ROOT_USER"),
                        System.getenv("MINIO_ROOT_PASSWORD"))
                .ignoreUnknownHeaders(true)
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                proxy.stop();
            } catch (Exception e) {
                e.printStackTrace();
            }
        }));
        proxy.start();
        Thread.currentThread().join();
    }
}
