package dev.earlyphase.embedded;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.launcher.EmbeddedPorts;
import dev.earlyphase.launcher.EmbeddedProcess;
import dev.earlyphase.launcher.FreePorts;
import dev.earlyphase.launcher.ProcessCommand;
import dev.earlyphase.launcher.testing.EmbeddedStack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

@Timeout(300)
class StartAndStopIT {

    @TempDir
    Path folder;

    private HomeFolder home;

    @BeforeEach
    void have_a_home() {
        home = new HomeFolder(folder.resolve("home"));
    }

    @Test
    void free_ports_are_taken_as_preferred() {
        EmbeddedPorts preferred = new EmbeddedPorts(FreePorts.free(), FreePorts.free(), FreePorts.free());

        try (EmbeddedProcess servers = home.start(preferred)) {
            assertThat(ports(servers.addresses())).isEqualTo(preferred);
        }
    }

    @Test
    void ports_that_are_taken_give_way_to_others() throws Exception {
        try (ServerSocket one = taken();
                ServerSocket two = taken();
                ServerSocket three = taken()) {
            EmbeddedPorts preferred = new EmbeddedPorts(one.getLocalPort(), two.getLocalPort(), three.getLocalPort());

            try (EmbeddedProcess servers = home.start(preferred)) {
                HomeFolder.remember(servers.addresses(), "this");

                assertThat(HomeFolder.recall(servers.addresses())).containsOnly("this");
                EmbeddedPorts chosen = ports(servers.addresses());
                assertThat(List.of(chosen.kafka(), chosen.postgres(), chosen.s3()))
                        .doesNotContain(preferred.kafka(), preferred.postgres(), preferred.s3());
            }
        }
    }

    @Test
    void a_second_start_on_a_home_in_use_names_the_first() {
        EmbeddedProcess first = EmbeddedStack.shared();

        assertThatThrownBy(homeOf(first)::start)
                .hasMessageContaining("ended with exit code 1")
                .hasMessageContaining("in use by process " + first.addresses().pid());
        assertThat(first.process().isAlive()).isTrue();
    }

    @Test
    void an_orderly_stop_takes_the_addresses_back_and_leaves_no_process() throws Exception {
        EmbeddedProcess servers = home.start();
        ProcessHandle postmaster =
                Postmaster.of(home.path().resolve("postgres")).orElseThrow();
        assertThat(addressFile()).exists();

        servers.close();

        assertThat(addressFile()).doesNotExist();
        assertThat(servers.process().isAlive()).isFalse();
        assertThat(postmaster.onExit()).succeedsWithin(Duration.ofSeconds(60));
    }

    @Test
    void the_servers_stop_when_the_parent_is_gone() throws Exception {
        Process servers = start(List.of("--home", home.path().toString(), "--stop-with-parent"), Map.of());
        awaitAddresses(servers);

        servers.getOutputStream().close();

        assertThat(servers.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(addressFile()).doesNotExist();
    }

    @Test
    void no_log_holds_a_secret() throws Exception {
        EmbeddedProcess servers = EmbeddedStack.shared();
        EmbeddedAddresses addresses = servers.addresses();

        for (String log : List.of("embedded.log", "postgres.log")) {
            assertThat(servers.process().log().resolveSibling(log))
                    .isNotEmptyFile()
                    .content()
                    .doesNotContain(addresses.postgresPassword(), addresses.s3SecretKey());
        }
    }

    @Test
    void root_is_told_when_the_system_forbids_to_hide_it() throws Exception {
        assumeThat(System.getProperty("user.name")).as("the user").isEqualTo("root");

        // Nothing on the path, so no unshare.
        Process servers = start(List.of("--home", home.path().toString()), Map.of("PATH", folder.toString()));

        assertThat(servers.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output()).content().contains("refuses to run as root", "start as a non-root user");
    }

    private static HomeFolder homeOf(EmbeddedProcess servers) {
        return new HomeFolder(servers.process().log().getParent().getParent());
    }

    private Process start(List<String> arguments, Map<String, String> environment) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(ProcessCommand.java(), "-cp", HomeFolder.LIBRARY.classPath(), EmbeddedServers.class.getName()));
        command.addAll(arguments);
        command.addAll(HomeFolder.BINARIES);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output().toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Path output() {
        return folder.resolve("output");
    }

    private void awaitAddresses(Process servers) throws Exception {
        while (Files.notExists(addressFile())) {
            assertThat(servers.isAlive()).isTrue();
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private Path addressFile() {
        return home.path().resolve("embedded.properties");
    }

    private static ServerSocket taken() throws Exception {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static EmbeddedPorts ports(EmbeddedAddresses addresses) {
        return new EmbeddedPorts(
                port(addresses.kafka()),
                port(addresses.postgresUrl().replaceAll("/earlyphase$", "")),
                port(addresses.s3Endpoint()));
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }
}
