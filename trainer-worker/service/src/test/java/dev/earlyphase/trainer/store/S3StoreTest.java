package dev.earlyphase.trainer.store;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.launcher.testing.EmbeddedStack;
import dev.earlyphase.trainer.config.WorkerConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against a real object store. */
class S3StoreTest {
    private static final byte[] BYTES = "weights".getBytes(StandardCharsets.UTF_8);

    @Test
    void what_is_kept_is_fetched() {
        Store store = store(Map.of());

        ObjectRef object = store.keep("a/key", BYTES);

        assertThat(store.fetch(object)).isEqualTo(BYTES);
    }

    @Test
    void a_bucket_that_is_not_there_yet_is_made() {
        Store store = store(Map.of("earlyphase.s3.bucket", "another-bucket"));

        ObjectRef object = store.keep("a/key", BYTES);

        assertThat(store.fetch(object)).isEqualTo(BYTES);
    }

    @Test
    void an_object_other_than_the_one_that_was_kept_is_refused() {
        Store store = store(Map.of("earlyphase.s3.patience", "1s"));
        ObjectRef kept = store.keep("overwritten", BYTES);
        store.keep("overwritten", "WEIGHTS".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> store.fetch(kept))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("would not fetch overwritten")
                .hasMessageContaining(kept.sha256());
    }

    @Test
    void an_object_that_can_be_done_without_is_given_up_when_it_is_another_or_gone() {
        Store store = store(Map.of());
        ObjectRef kept = store.keep("spoilt", BYTES);
        store.keep("spoilt", "WEIGHTS".getBytes(StandardCharsets.UTF_8));

        assertThat(store.fetchIfSound(kept)).isEmpty();
        assertThat(store.fetchIfSound(new ObjectRef("never-kept", kept.sha256(), kept.bytes())))
                .isEmpty();
    }

    @Test
    void an_object_that_can_be_done_without_is_fetched_when_it_is_sound() {
        Store store = store(Map.of());

        assertThat(store.fetchIfSound(store.keep("sound", BYTES))).contains(BYTES);
    }

    @Test
    void a_store_that_does_not_answer_is_said_to_be_away() {
        Store store = store(Map.of("earlyphase.s3.patience", "1s", "earlyphase.s3.endpoint", "http://127.0.0.1:1"));

        assertThatThrownBy(() -> store.keep("a/key", BYTES))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("The object store would not store a/key for 1 s");
    }

    @Test
    void what_can_be_missed_is_offered_once_and_nobody_waits_for_it() {
        Store away = store(Map.of("earlyphase.s3.patience", "10m", "earlyphase.s3.endpoint", "http://127.0.0.1:1"));

        assertThat(away.offer("a/log", BYTES)).isFalse();
        assertThat(store(Map.of()).offer("a/log", BYTES)).isTrue();
    }

    @Test
    void a_probe_makes_the_bucket_and_leaves_nothing_behind() {
        Store store = store(Map.of("earlyphase.s3.bucket", "probed-bucket"));

        assertThatCode(store::probe).doesNotThrowAnyException();
    }

    @Test
    void a_probe_with_the_wrong_secret_names_the_bucket_and_where_it_is() {
        Store store = store(Map.of("earlyphase.s3.secret-key", "wrong"));

        assertThatThrownBy(store::probe)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("The bucket earlyphase at http://127.0.0.1")
                .hasMessageNotContaining("wrong");
    }

    private static Store store(Map<String, String> changes) {
        var settings = new HashMap<>(EmbeddedStack.shared().configuration());
        settings.putAll(changes);
        settings.keySet().removeIf(key -> !key.startsWith("earlyphase.s3"));
        return new S3Store(new SmallRyeConfigBuilder()
                .withMapping(WorkerConfig.class)
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(WorkerConfig.class));
    }
}
