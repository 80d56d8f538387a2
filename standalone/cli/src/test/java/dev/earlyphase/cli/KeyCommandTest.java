package dev.earlyphase.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.cli.testing.CommandRun;
import dev.earlyphase.cli.testing.FakeGateway;

import static org.assertj.core.api.Assertions.assertThat;

class KeyCommandTest {
    private static final String KEY = "ep_" + "k".repeat(40);

    private final FakeGateway gateway = new FakeGateway();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aFileWithTheKey() throws IOException {
        file = Files.writeString(folder.resolve("key"), KEY + "\n");
    }

    @AfterEach
    void closeGateway() {
        gateway.close();
    }

    @Test
    void a_key_is_made_and_its_secret_printed() {
        gateway.on("POST /api/v1/keys", 201, """
                {"id":"abc","user":"ada","role":"researcher","made":"2026-11-22T10:00:00Z","secret":"ep_new"}""");

        CommandRun run = run("make", "--user", "ada", "--role", "researcher");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("abc, of ada, researcher", "Expires  never", "Secret   ep_new");
        assertThat(gateway.tokens()).containsExactly("Bearer " + KEY);
    }

    @Test
    void keys_are_listed() {
        gateway.on("GET /api/v1/keys", 200, """
                [{"id":"abc","user":"ada","role":"viewer","made":"2026-11-22T10:00:00.123Z",
                  "revoked":"2026-11-23T10:00:00Z"}]""");

        assertThat(run("list").out()).contains("abc", "ada", "viewer", "2026-11-22T10:00:00Z", "never");
    }

    @Test
    void a_key_is_revoked() {
        gateway.on("DELETE /api/v1/keys/abc", 200, """
                {"id":"abc","user":"ada","role":"viewer","made":"2026-11-22T10:00:00Z"}""");

        assertThat(run("revoke", "abc").out()).contains("Revoked abc, of ada");
    }

    @Test
    void whoever_is_not_known_is_told_how_to_be() {
        gateway.on("GET /api/v1/keys", 401, "application/problem+json", """
                {"type":"/errors/unauthenticated","title":"t","status":401,"detail":"d"}""");

        CommandRun run = run("list");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("EARLYPHASE_KEY", "--key-file");
    }

    @Test
    void a_role_that_is_none_is_refused() {
        CommandRun run = run("make", "--user", "ada", "--role", "king");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--role: got king; allowed: one of viewer, researcher, operator, worker");
    }

    @Test
    void a_file_that_holds_no_key_is_named_and_not_shown() throws IOException {
        Files.writeString(file, "two words");

        CommandRun run = run("list");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(file.toString()).doesNotContain("two words");
    }

    private CommandRun run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", gateway.url().toString(), "--key-file", file.toString()));
        all.addFirst("key");
        return CommandRun.of(Main.commandLine(), all.toArray(String[]::new));
    }
}
