package dev.earlyphase.cli.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.cli.home.ProcessIdentity;
import dev.earlyphase.cli.home.StackState;
import dev.earlyphase.cli.home.StackState.Child;
import dev.earlyphase.launcher.ManagedProcess;

import static org.assertj.core.api.Assertions.assertThat;

class OrphansTest {
    @TempDir
    private Path folder;

    @Test
    void living_children_of_a_dead_supervisor_are_stopped() {
        try (ManagedProcess process = new FakeUnit("worker-1", "sleep 600", folder).launch()) {
            ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElseThrow();

            List<String> stopped = Orphans.stop(left(identity));

            assertThat(stopped).containsExactly("worker-1");
            assertThat(process.isAlive()).isFalse();
        }
    }

    @Test
    void a_process_that_got_a_dead_childs_number_is_left_alone() {
        try (ManagedProcess process = new FakeUnit("stranger", "sleep 600", folder).launch()) {
            ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElseThrow();
            var former = new ProcessIdentity(identity.pid(), identity.started().minus(Duration.ofHours(1)));

            List<String> stopped = Orphans.stop(left(former));

            assertThat(stopped).isEmpty();
            assertThat(process.isAlive()).isTrue();
        }
    }

    private static StackState left(ProcessIdentity child) {
        var dead = new ProcessIdentity(child.pid(), child.started().minus(Duration.ofDays(1)));
        return new StackState(
                dead,
                true,
                URI.create("http://127.0.0.1:8080"),
                Optional.empty(),
                List.of(new Child("worker-1", child, Optional.empty(), Optional.empty())));
    }
}
