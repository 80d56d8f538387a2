package dev.earlyphase.cli.stack;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.ProcessIdentity;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.cli.home.StackState;
import dev.earlyphase.cli.home.StackState.Child;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.testing.Await;
import dev.earlyphase.launcher.AddressFile;
import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.launcher.Folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Supervision of real processes: the embedded servers, and fakes of the services. */
@TestInstance(Lifecycle.PER_CLASS)
class StackIT {
    private static final Duration LIMIT = Duration.ofSeconds(150);

    private final StringWriter printed = new StringWriter();
    private final Terminal terminal = new Terminal(new PrintWriter(printed), false, 80);
    private Path folder;
    private Repository repository;

    @BeforeAll
    void prepare() throws IOException {
        folder = Files.createTempDirectory("earlyphase-stack-");
        repository = FakeRepository.in(Files.createDirectory(folder.resolve("repository")));
    }

    @AfterAll
    void tidy() {
        Folders.delete(folder);
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class While_it_runs {
        private final StackOptions options = options("running");
        private Stack stack;

        @BeforeAll
        void start() {
            stack = Stack.start(repository, options, terminal);
        }

        @AfterAll
        void close() {
            stack.close();
        }

        @Test
        void other_processes_find_it_by_its_home() {
            assertThat(RunningStack.in(options.home())).contains(stack.state());
        }

        @Test
        void a_killed_worker_is_started_again_at_the_same_address() {
            Child killed = child(stack.state(), "worker-1");

            killed.process().find().orElseThrow().destroyForcibly();

            Child next = successor(stack, killed);
            assertThat(next.address()).isEqualTo(killed.address());
            Await.until("worker-1", LIMIT, () -> Health.isReady(next.address().orElseThrow()));
        }

        @Test
        void killed_embedded_servers_come_back_at_the_same_addresses() {
            var file = new AddressFile(options.home().folder());
            EmbeddedAddresses before = file.read().orElseThrow();

            child(stack.state(), "embedded").process().find().orElseThrow().destroyForcibly();

            EmbeddedAddresses after = Await.value("the embedded servers", LIMIT, () -> file.read()
                    .filter(addresses -> addresses.pid() != before.pid()));
            assertThat(after.configuration()).isEqualTo(before.configuration());
        }

        @Test
        void a_second_supervisor_is_refused_and_told_of_the_first() {
            assertThatThrownBy(() -> Stack.start(repository, options, terminal))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining(stack.gateway().toString());
        }
    }

    @Test
    void closing_ends_every_process() {
        StackOptions options = options("closed");
        List<Child> children;
        try (Stack stack = Stack.start(repository, options, terminal)) {
            children = stack.state().children();
            assertThat(children).allMatch(child -> child.process().isAlive());
        }

        assertThat(children)
                .extracting(Child::name)
                .containsExactlyInAnyOrder("embedded", "orchestrator", "analyzer", "gateway", "worker-1", "worker-2");
        assertThat(children).noneMatch(child -> child.process().isAlive());
        assertThat(RunningStack.in(options.home())).isEmpty();
    }

    @Test
    void what_a_killed_supervisor_left_is_stopped_at_the_next_start() {
        StackOptions options = options("killed");
        StackState left = Detached.start(repository, options);
        left.supervisor().find().orElseThrow().destroyForcibly();
        Await.until("the supervisor's end", LIMIT, () -> !left.supervisor().isAlive());
        List<ProcessIdentity> orphans = left.children().stream()
                .map(Child::process)
                .filter(ProcessIdentity::isAlive)
                .toList();

        try (Stack next = Stack.start(repository, options, terminal)) {
            assertThat(orphans).isNotEmpty().noneMatch(ProcessIdentity::isAlive);
            assertThat(printed.toString())
                    .contains("Stopped what a killed run had left: ")
                    .contains("worker-2");
            assertThat(next.state().children())
                    .allMatch(child -> child.process().isAlive());
        }
    }

    @Test
    void a_service_that_does_not_start_ends_the_stack_with_its_log() throws IOException {
        Repository broken = FakeRepository.in(Files.createDirectory(folder.resolve("broken")));
        Files.writeString(broken.serviceJar("analyzer"), "not a jar");
        StackOptions options = options("broken-home");

        assertThatThrownBy(() -> Stack.start(broken, options, terminal))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("analyzer ended with exit code 1 before it was ready")
                .hasMessageContaining("Invalid or corrupt jarfile");

        assertThat(RunningStack.in(options.home())).isEmpty();
    }

    private StackOptions options(String home) {
        return new StackOptions(
                new Home(folder.resolve(home)),
                2,
                1,
                Optional.empty(),
                OptionalInt.empty(),
                new Device.Auto(),
                StackOptions.AUTO_ENGINE);
    }

    private static Child child(StackState state, String name) {
        return state.children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Child successor(Stack stack, Child former) {
        return Await.value("a new " + former.name(), LIMIT, () -> Optional.of(child(stack.state(), former.name()))
                .filter(now -> !now.process().equals(former.process())));
    }
}
