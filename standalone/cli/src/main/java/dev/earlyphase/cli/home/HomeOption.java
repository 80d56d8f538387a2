package dev.earlyphase.cli.home;

import java.nio.file.Path;

import picocli.CommandLine.Option;

/** {@code --home}. */
public final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder of the stack's data and logs (default: .earlyphase in the repository).")
    private Path folder;

    public Home home() {
        return folder == null ? Repository.current().defaultHome() : new Home(folder);
    }
}
