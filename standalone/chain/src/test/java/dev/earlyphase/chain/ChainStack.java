package dev.earlyphase.chain;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;

import dev.earlyphase.cli.api.Archives;
import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.api.StudyFile;
import dev.earlyphase.cli.api.Trials;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.cli.home.StackState.Child;
import dev.earlyphase.cli.progress.Watch;
import dev.earlyphase.cli.stack.Device;
import dev.earlyphase.cli.stack.ShortLived;
import dev.earlyphase.cli.stack.Stack;
import dev.earlyphase.cli.stack.StackOptions;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.testing.Await;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.study.Verification;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.launcher.AddressFile;
import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.launcher.Folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A real stack, of two workers unless said otherwise, in a folder of its own. */
public final class ChainStack implements AutoCloseable {
    private static final Repository REPOSITORY =
            new Repository(Path.of("../..").toAbsolutePath().normalize());
    private static final Duration LIMIT = Duration.ofSeconds(150);

    private final Path folder;
    private final Stack stack;
    private final Terminal terminal = Terminal.of(new PrintWriter(System.out, true, StandardCharsets.UTF_8));

    /** With the engine that workers take for themselves. */
    public ChainStack() {
        this(StackOptions.AUTO_ENGINE);
    }

    ChainStack(String engine) {
        this(engine, 2);
    }

    /** Another installation, which begins empty. */
    static ChainStack withOneWorker() {
        return new ChainStack(StackOptions.AUTO_ENGINE, 1);
    }

    private ChainStack(String engine, int workers) {
        assumeBuilt();
        this.folder = temporaryFolder();
        var options = new StackOptions(
                new Home(folder), workers, 1, Optional.empty(), OptionalInt.empty(), new Device.Auto(), engine);
        this.stack = Stack.start(REPOSITORY, options, terminal, new ShortLived());
    }

    Archives archives() {
        return new Archives(stack.api());
    }

    /** The text under an address of the API, after {@code /api/v1/}. */
    String read(String path) {
        var request = HttpRequest.newBuilder(stack.api().address(path))
                .header("Authorization", "Bearer " + new Home(folder).key().orElseThrow())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Studies studies() {
        return stack.api().studies();
    }

    /** Submits a study and follows it to its end. */
    public StudyView run(StudyFile study) {
        return watch(studies().submit(study).study().id());
    }

    StudyView watch(String study) {
        return new Watch(studies(), terminal).untilEnd(study);
    }

    public List<TrialView> trials(String study) {
        return studies().trials(study);
    }

    /** Has a completed trial trained again, and returns it with what came of that. */
    TrialView repeat(String trial) {
        Trials trials = stack.api().trials();
        trials.replay(trial);
        Await.until("the repetition of trial " + trial, LIMIT, () -> {
            Verification verification = trials.read(trial).verification();
            return verification != null && verification.equal() != null;
        });
        return trials.read(trial);
    }

    /** Where a browser finds the page. */
    public URI page() {
        return stack.gateway();
    }

    /** The key by which the operator logs in. */
    public String operatorKey() {
        return new Home(folder).key().orElseThrow();
    }

    /** Where Prometheus would read the metrics of all processes. */
    List<URI> metrics() {
        return stack.state().children().stream()
                .flatMap(child -> child.metrics().stream())
                .toList();
    }

    /** Where the embedded servers answer. */
    EmbeddedAddresses servers() {
        return new AddressFile(folder).read().orElseThrow();
    }

    /** The worker of a trial that has begun to train; empty also when nobody can be asked. */
    Optional<String> trainingWorker(String study) {
        try {
            return trials(study).stream()
                    .filter(trial -> trial.state() == TrialState.RUNNING && trial.iteration() > trial.beginIteration())
                    .findFirst()
                    .map(trial -> nameOfWorker(trial.worker()));
        } catch (Failure failure) {
            return Optional.empty();
        }
    }

    /** Kills a process as a crash would, and returns when its successor runs. */
    public void kill(String name) {
        Child victim = child(name);
        terminal.line("Killing %s", name);
        victim.process().find().orElseThrow().destroyForcibly();
        Await.until("a new " + name, LIMIT, () -> !child(name).process().equals(victim.process()));
    }

    /** Every file of a log, with its name, and where each result comes from. */
    Map<String, String> told(String study) {
        var told = new TreeMap<String, String>();
        told.put("provenance", studies().provenance(study));
        try (var files = Files.walk(folder.resolve("logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                told.put(file.toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return told;
    }

    /** Every key and password of the stack. */
    List<String> secrets() {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.values().stream().map(String.class::cast).toList();
    }

    @Override
    public void close() {
        stack.close();
        Folders.delete(folder);
    }

    private Child child(String name) {
        return stack.state().children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A worker adds marks to the name that it was given. */
    private String nameOfWorker(String worker) {
        return stack.state().children().stream()
                .map(Child::name)
                .filter(name -> worker.startsWith(name + "-"))
                .findFirst()
                .orElseThrow();
    }

    static void assumeBuilt() {
        boolean built = Files.isRegularFile(REPOSITORY.root().resolve("gateway/target/quarkus-app/quarkus-run.jar"));
        assumeTrue(built || System.getenv("EARLYPHASE_TEST") != null, "the services are not built");
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("earlyphase-chain-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
