package dev.earlyphase.cli.home;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import dev.earlyphase.cli.home.StackState.Child;
import dev.earlyphase.launcher.PrivateFiles;

/**
 * {@code supervisor.properties}: what runs in the home, or ran there when its supervisor was killed. Written whole at
 * every change, readable by its owner alone.
 */
public record StateFile(Path path) {
    public void write(StackState state) {
        var properties = new Properties();
        put(properties, "supervisor", state.supervisor());
        properties.setProperty("ready", Boolean.toString(state.ready()));
        properties.setProperty("gateway", state.gateway().toString());
        state.data().ifPresent(data -> properties.setProperty("data", data.toString()));
        List<String> names = state.children().stream().map(Child::name).toList();
        properties.setProperty("children", String.join(",", names));
        for (Child child : state.children()) {
            put(properties, child.name(), child.process());
            child.address().ifPresent(url -> properties.setProperty(child.name() + ".address", url.toString()));
            child.metrics().ifPresent(url -> properties.setProperty(child.name() + ".metrics", url.toString()));
        }
        PrivateFiles.write(path, properties, "What runs here, while it does");
    }

    /** What the last supervisor wrote; empty when it has stopped in order, or never ran. */
    public Optional<StackState> read() {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
        return Optional.of(new StackState(
                process(properties, "supervisor"),
                Boolean.parseBoolean(properties.getProperty("ready")),
                URI.create(required(properties, "gateway")),
                Optional.ofNullable(properties.getProperty("data")).map(Path::of),
                children(properties)));
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }

    private List<Child> children(Properties properties) {
        var children = new ArrayList<Child>();
        String names = required(properties, "children");
        for (String name : names.isEmpty() ? new String[0] : names.split(",")) {
            children.add(new Child(
                    name,
                    process(properties, name),
                    address(properties, name + ".address"),
                    address(properties, name + ".metrics")));
        }
        return children;
    }

    private static Optional<URI> address(Properties properties, String key) {
        return Optional.ofNullable(properties.getProperty(key)).map(URI::create);
    }

    private ProcessIdentity process(Properties properties, String name) {
        return new ProcessIdentity(
                Long.parseLong(required(properties, name + ".pid")),
                Instant.parse(required(properties, name + ".started")));
    }

    private static void put(Properties properties, String name, ProcessIdentity process) {
        properties.setProperty(name + ".pid", Long.toString(process.pid()));
        properties.setProperty(name + ".started", process.started().toString());
    }

    private String required(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(path + ": the key " + key + " is missing");
        }
        return value;
    }
}
