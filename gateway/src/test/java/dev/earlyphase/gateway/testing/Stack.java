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
import org.eclipse.microprofile.config.ConfigProvider;

import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.launcher.testing.EmbeddedStack;

/** Real Postgres and S3, the tables as the services' own scripts make them, and a fake orchestrator. */
public final class Stack implements QuarkusTestResourceLifecycleManager {
    private final FakeOrchestrator orchestrator = new FakeOrchestrator();
    private final Issuer issuer = new Issuer();

    /** What the service under test was told. */
    public static String configured(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    @Override
    public Map<String, String> start() {
        var servers = EmbeddedStack.shared();
        migrate(servers.addresses());
        var configuration = new HashMap<>(servers.configuration());
        configuration.put("earlyphase.orchestrator.url", orchestrator.url());
        configuration.put("earlyphase.oidc.issuer", issuer.url());
        configuration.put("earlyphase.oidc.audience", Jwt.AUDIENCE);
        configuration.put("earlyphase.oidc.client-id", "page");
        // Tests change what is drawn from one moment to the next.
        configuration.put("earlyphase.figures.remembered", "0s");
        configuration.put("test.issuer.private-key", issuer.privateKey());
        return configuration;
    }

    @Override
    public void stop() {
        orchestrator.close();
        issuer.close();
    }

    private static void migrate(EmbeddedAddresses addresses) {
        try (var connection = DriverManager.getConnection(
                addresses.postgresUrl(), addresses.postgresUser(), addresses.postgresPassword())) {
            migrate(connection, "study", Path.of("../orchestrator/src/main/resources/db/migration"));
            migrate(connection, "results", Path.of("../analyzer/src/main/resources/db/migration"));
            for (Role role : Role.values()) {
                register(connection, role);
            }
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("cannot make the tables", failure);
        }
    }

    /** The key of {@link Keys} for a role. */
    private static void register(Connection connection, Role role) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into study.api_key (id, user_name, role, hash) values (?, ?, ?, ?)")) {
            statement.setString(1, role.id());
            statement.setString(2, role.id());
            statement.setString(3, role.id());
            statement.setString(4, Keys.of(role).hash());
            statement.execute();
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
