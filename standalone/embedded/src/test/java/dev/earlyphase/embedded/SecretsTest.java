package dev.earlyphase.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretsTest {

    @TempDir
    Path home;

    @TempDir
    Path otherHome;

    @Test
    void a_home_keeps_its_secrets() {
        String drawn = Secrets.of(home).postgres();

        assertThat(Secrets.of(home).postgres()).isEqualTo(drawn).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void no_two_secrets_are_the_same() {
        Secrets one = Secrets.of(home);
        Secrets other = Secrets.of(otherHome);

        assertThat(new String[] {
                    one.postgres(), one.postgresAdministrator(), one.s3AccessKey(), one.s3SecretKey(),
                    other.postgres(), other.postgresAdministrator(), other.s3AccessKey(), other.s3SecretKey()
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void only_the_owner_may_read_them() throws IOException {
        Secrets secrets = Secrets.of(home);

        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        assertThat(Files.getPosixFilePermissions(home.resolve("secrets.properties")))
                .isEqualTo(ownerOnly);
        assertThat(Files.getPosixFilePermissions(secrets.postgresAdministratorFile()))
                .isEqualTo(ownerOnly);
    }

    @Test
    void a_home_of_before_gets_the_keys_of_the_services_and_keeps_what_it_had() throws IOException {
        Files.writeString(home.resolve("secrets.properties"), "postgres=x\n");

        var drawn = Secrets.of(home).access();

        assertThat(drawn.operator()).matches("ep_[0-9a-f]{48}");
        assertThat(Secrets.of(home).access()).isEqualTo(drawn);
        assertThat(Secrets.of(home).postgres()).isEqualTo("x");
    }

    @Test
    void a_missing_secret_is_named() throws IOException {
        Files.writeString(home.resolve("secrets.properties"), "postgres=x\n");

        assertThatThrownBy(() -> Secrets.of(home).s3SecretKey())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("secrets.properties: s3.secret-key is missing");
    }
}
