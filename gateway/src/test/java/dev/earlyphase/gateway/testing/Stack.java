package dev.earlyphase.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.launcher.testing.EmbeddedStack;

/** Real Postgres and S3, the tables as the services' own scripts make them, and a fake orchestrator. */
public final class Stack implements QuarkusTestResourceLifecycleManager {
    private final FakeOrchestrator orchestrator = new FakeOrchestrator();

    @Override
    public Map<String, String> start() {
        var servers = EmbeddedStack.shared();
        migrate(servers.addresses());
        var configuration = new HashMap<>(servers.configuration());
        configuration.put("earlyphase.orchestrator.url", orchestrator.url());
        return configuration;
    }

    @Override
    public void stop() {
        orchestrator.close();
    }

    private static void migrate(EmbeddedAddresses addresses) {
        try (var connection = DriverManager.getConnection(
                addresses.postgresUrl(), addresses.postgresUser(), addresses.postgresPassword())) {
            migrate(connection, "study", Path.of("../orchestrator/src/main/resources/db/migration"));
            migrate(connection, "results", Path.of("../analyzer/src/main/resources/db/migration"));
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("cannot make the tables", failure);
        }
    }

    private static void migrate(Connection connection, String schema, Path folder) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + schema + " cascade");
            statement.execute("create schema " + schema);
            statement.execute("set search_path to " + schema);
            statement.execute("create table flyway_schema_history (version text, success boolean)");
            for (Path script : scripts(folder)) {
                statement.execute(Files.readString(script));
                statement.execute("insert into flyway_schema_history values ('" + number(script) + "', true)");
            }
        }
    }

    /** In the order of their numbers: V1__..., V2__..., V10__... */
    private static List<Path> scripts(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted(Comparator.comparingInt(Stack::number)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int number(Path script) {
        String name = script.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }
}
