package dev.earlyphase.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

import dev.earlyphase.launcher.AddressFile;
import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.launcher.Folders;

/**
 * Runs Kafka, Postgres and an S3 store until asked to stop: by SIGTERM or, with {@code --stop-with-parent}, by the end
 * of standard input. While all three answer, {@code embedded.properties} in the home folder says where.
 */
public final class EmbeddedServers {

    private EmbeddedServers() {}

    /** Exits with 1 when the servers do not start, saying why. */
    public static void main(String[] words) {
        try {
            run(Arguments.parse(words));
        } catch (Refusal e) {
            System.err.println("The embedded servers do not start. " + e.getMessage());
        } catch (Exception e) {
            e.printStackTrace();
        }
        System.exit(1);
    }

    /** Returns only when a server has ended by itself. */
    private static void run(Arguments arguments) throws Exception {
        Path home = Folders.createPrivate(arguments.home());
        HomeLock lock = HomeLock.take(home);
        emptyTemporaryFolder(home);
        AddressFile announcement = new AddressFile(home);
        announcement.delete();
        if (arguments.stopWithParent()) {
            Thread.ofPlatform().daemon().start(EmbeddedServers::stopWhenInputCloses);
        }
        Secrets secrets = Secrets.of(home);
        RunningServers servers = RunningServers.start(arguments, secrets);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(announcement, servers, lock)));
        EmbeddedAddresses addresses = servers.addresses(secrets);
        announcement.write(addresses);
        System.out.println("Ready: " + addresses);
        servers.postgres().onExit().join();
        System.err.println("Postgres has ended, so the others stop too");
    }

    /** A crash leaves unpacked native libraries in it; one outside of the home is not ours alone. */
    private static void emptyTemporaryFolder(Path home) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        if (folder.startsWith(home)) {
            Folders.emptied(folder);
        }
    }

    private static void stop(AddressFile announcement, RunningServers servers, HomeLock lock) {
        try (lock;
                servers) {
            announcement.delete();
        } catch (Exception e) {
            e.printStackTrace();
        }
    }

    private static void stopWhenInputCloses() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("Standard input cannot be read, which counts as its end: " + e);
        }
        System.exit(0);
    }
}
