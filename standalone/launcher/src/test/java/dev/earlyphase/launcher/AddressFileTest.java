package dev.earlyphase.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AddressFileTest {

    private static final EmbeddedAddresses ADDRESSES = new EmbeddedAddresses(
            "127.0.0.1:1",
            "jdbc:postgresql://127.0.0.1:2/earlyphase",
            "earlyphase",
            "p = \\ : ä #",
            "http://127.0.0.1:3",
            "access",
            "secret",
            "earlyphase",
            new AccessKeys("operator-key-text", "worker-key-text", "gateway-key-text"),
            4);

    @TempDir
    Path home;

    @Test
    void what_was_written_is_read() {
        AddressFile file = new AddressFile(home);

        file.write(ADDRESSES);

        assertThat(file.read()).contains(ADDRESSES);
    }

    @Test
    void only_the_owner_may_read_it() throws IOException {
        new AddressFile(home).write(ADDRESSES);

        assertThat(Files.getPosixFilePermissions(home.resolve("embedded.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void nothing_else_is_left_in_the_folder() throws IOException {
        new AddressFile(home).write(ADDRESSES);

        try (var files = Files.list(home)) {
            assertThat(files).containsExactly(home.resolve("embedded.properties"));
        }
    }

    @Test
    void a_missing_file_reads_as_empty() {
        assertThat(new AddressFile(home).read()).isEmpty();
    }

    @Test
    void a_deleted_file_reads_as_empty() {
        AddressFile file = new AddressFile(home);
        file.write(ADDRESSES);

        file.delete();

        assertThat(file.read()).isEmpty();
    }

    @Test
    void a_missing_key_is_named() throws IOException {
        Files.writeString(home.resolve("embedded.properties"), "earlyphase.kafka=127.0.0.1:1\n");

        assertThatThrownBy(() -> new AddressFile(home).read())
                .hasMessageContaining("embedded.properties")
                .hasMessageContaining("earlyphase.postgres.url is missing");
    }

    @Test
    void the_text_form_keeps_the_secrets() {
        assertThat(ADDRESSES.toString())
                .contains("127.0.0.1:1")
                .doesNotContain(ADDRESSES.postgresPassword(), "access", "secret", "key-text");
    }
}
