package dev.earlyphase.cli.stack;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

import picocli.CommandLine.Option;

import dev.earlyphase.cli.home.Home;

/** The options that say how a stack is to be. */
final class StackOption {
    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "" + StackOptions.DEFAULT_WORKERS,
            description = "Worker processes, which share the cores (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--slots",
            paramLabel = "M",
            defaultValue = "" + StackOptions.DEFAULT_SLOTS,
            description = "Trials that each worker runs at once (default: ${DEFAULT-VALUE}).")
    private int slots;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder that holds data sets, each in a folder of its name: mnist, fashion-mnist, cifar-10. "
                    + "What is not there is downloaded.")
    private Path data;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "Port of the API (default: 8080, or another where that is taken).")
    private Integer port;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "${env:EARLYPHASE_WORKER_DEVICE:-auto}",
            description = "What the workers compute on: auto (each GPU in turn where the build is for GPUs, else the"
                    + " processor), cpu, or cuda:N for the GPU of that number (default: ${DEFAULT-VALUE}).")
    private String device;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = "${env:EARLYPHASE_ENGINE:-auto}",
            description = "What the workers compute with: auto (the fastest that loads), torch or dl4j (default:"
                    + " ${DEFAULT-VALUE}).")
    private String engine;

    StackOptions options(Home home) {
        OptionalInt given = port == null ? OptionalInt.empty() : OptionalInt.of(port);
        return new StackOptions(home, workers, slots, Optional.ofNullable(data), given, Device.of(device), engine);
    }
}
