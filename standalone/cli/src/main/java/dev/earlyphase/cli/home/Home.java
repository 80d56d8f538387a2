package dev.earlyphase.cli.home;

import java.nio.file.Path;
import java.util.Optional;

import dev.earlyphase.launcher.AddressFile;
import dev.earlyphase.launcher.Folders;

/**
 * The folder in which one stack keeps all that it has.
 *
 * @param folder absolute
 */
public record Home(Path folder) {
    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Makes the folder, for its owner alone, where it is missing. */
    public Home create() {
        Folders.createPrivate(folder);
        return this;
    }

    public StateFile state() {
        return new StateFile(folder.resolve("supervisor.properties"));
    }

    /** The operator's API key of the stack that runs here. */
    public Optional<String> key() {
        return new AddressFile(folder)
                .read()
                .map(addresses -> addresses.access().operator());
    }

    public Path lock() {
        return folder.resolve("supervisor.lock");
    }

    /** The log of a service, a worker or the supervisor. */
    public Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }

    /** Where a worker's crash logs go, and what it notes for the process that follows it. */
    public Path crashes(String worker) {
        return folder.resolve("logs").resolve("crashes").resolve(worker);
    }

    /** Where a service or a worker puts temporary files; emptied whenever it is started. */
    public Path temporary(String name) {
        return folder.resolve("tmp").resolve(name);
    }

    /** Where data sets are looked for unless the user names a folder. */
    public Path data() {
        return folder.resolve("data");
    }

    /** Where workers keep what they downloaded or converted. */
    public Path cache() {
        return folder.resolve("cache");
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
