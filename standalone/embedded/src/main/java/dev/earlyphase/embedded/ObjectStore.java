package dev.earlyphase.embedded;

import java.net.URI;
import java.nio.file.Path;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

import dev.earlyphase.launcher.Folders;

/** An S3 store over a folder; every request must be signed (SigV4). */
final class ObjectStore implements AutoCloseable {

    static final String BUCKET = "earlyphase";

    private static final int STOP_MILLISECONDS = 2_000;

    private final S3Proxy proxy;

    private ObjectStore(S3Proxy proxy) {
        this.proxy = proxy;
    }

    /**
     * Starts the store with its bucket.
     *
     * @param folder one folder inside for each bucket
     */
    static ObjectStore start(Path folder, int port, Secrets secrets) throws Exception {
        Path bucket = Folders.createPrivate(folder.resolve(BUCKET));
        PartialUploads.sweep(bucket);
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V4, secrets.s3AccessKey(), secrets.s3SecretKey())
                .ignoreUnknownHeaders(true)
                .stopTimeout(STOP_MILLISECONDS)
                .build();
        try {
            proxy.start();
        } catch (Exception e) {
            proxy.stop();
            throw e;
        }
        return new ObjectStore(proxy);
    }

    String endpoint() {
        return "http://127.0.0.1:" + proxy.getPort();
    }

    @Override
    public void close() throws Exception {
        proxy.stop();
    }
}
