package dev.earlyphase.embedded;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.launcher.testing.EmbeddedStack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ObjectStoreIT {

    private final EmbeddedAddresses addresses = EmbeddedStack.shared().addresses();
    private final Buckets buckets = new Buckets(addresses);

    @Test
    void an_object_that_was_put_is_got_and_listed() throws Exception {
        byte[] content = bytes(1_000);

        buckets.put("trials/ab12/attempt-1/0it.safetensors", content);

        assertThat(buckets.get("trials/ab12/attempt-1/0it.safetensors")).isEqualTo(content);
        assertThat(buckets.list("trials/ab12/")).containsExactly("trials/ab12/attempt-1/0it.safetensors");
    }

    @Test
    void an_object_in_several_parts_comes_back_as_one() throws Exception {
        byte[] content = bytes(12 << 20);

        buckets.put("large", content);

        assertThat(buckets.get("large")).isEqualTo(content);
    }

    @Test
    void a_wrong_signature_is_refused() {
        Buckets stranger = new Buckets(addresses, addresses.s3AccessKey(), "wrong".repeat(8));

        assertThatThrownBy(() -> stranger.put("key", bytes(1)))
                .extracting(Throwable::toString)
                .asString()
                .contains("SignatureDoesNotMatch");
    }

    @Test
    void an_unknown_access_key_is_refused() {
        Buckets stranger = new Buckets(addresses, "stranger", addresses.s3SecretKey());

        assertThatThrownBy(() -> stranger.put("key", bytes(1)))
                .extracting(Throwable::toString)
                .asString()
                .contains("InvalidAccessKeyId");
    }

    @Test
    void a_request_without_signature_is_refused() throws Exception {
        URI bucket = URI.create(addresses.s3Endpoint() + "/" + addresses.s3Bucket());

        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(HttpRequest.newBuilder(bucket).build(), BodyHandlers.discarding());

            assertThat(response.statusCode()).isEqualTo(403);
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
