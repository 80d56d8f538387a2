package dev.earlyphase.cli.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.contracts.setting.RequiredSettings;
import dev.earlyphase.launcher.Folders;
import dev.earlyphase.launcher.ProcessCommand;

/**
 * The command lines of the services and the workers, configured by environment variables.
 *
 * @param embedded the embedded servers' addresses under the configuration keys of the services
 */
record ServiceCommands(
        Repository repository,
        StackOptions options,
        URI orchestrator,
        Map<String, String> embedded,
        Surroundings surroundings) {
    private static final String SERIAL = "-XX:+UseSerialGC";
    private static final String WORKER = "worker";
    /** Who is told which key: nobody more than needs it. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "orchestrator",
            List.of("earlyphase.access.operator-key", "earlyphase.access.worker-key", "earlyphase.access.gateway-key"),
            "gateway",
            List.of("earlyphase.access.gateway-key"),
            WORKER,
            List.of("earlyphase.access.worker-key"));

    private static final String NO_LIFE_WITHOUT_MEMORY = "-XX:+ExitOnOutOfMemoryError";

    /** The orchestrator, the analyzer or the gateway. */
    ProcessCommand service(String name, ServicePorts listens) {
        List<String> arguments = java(name, heap(name), List.of(NO_LIFE_WITHOUT_MEMORY), repository.serviceJar(name));
        Map<String, String> environment = environment(name, listens);
        if (options.waiting().isPresent()) {
            environment.put("EARLYPHASE_CLAIM_WAITING", "true");
        }
        return new ProcessCommand(name, arguments, surroundings.environment(name, environment), home().log(name));
    }

    /** The analyzer holds checkpoints: two of ResNet-18, 45 MB each, with their masks. */
    private static String heap(String service) {
        return service.equals("analyzer") ? "-Xmx448m" : "-Xmx192m";
    }

    /**
     * A worker lives on when a trial asks for more memory than there is: the trial is told, and the next one may fit.
     *
     * @param device variables that say what it computes on
     */
    ProcessCommand worker(String name, ServicePorts listens, Map<String, String> device) {
        Map<String, String> environment = environment(WORKER, listens);
        environment.put("EARLYPHASE_DATA", options.data().orElse(home().data()).toString());
        environment.put("EARLYPHASE_CACHE", home().cache().toString());
        environment.put("EARLYPHASE_ENGINE", options.engine());
        environment.put("EARLYPHASE_WORKER_SLOTS", Integer.toString(options.slots()));
        environment.put("EARLYPHASE_WORKER_NAME", name);
        environment.put("EARLYPHASE_WORKER_CRASHES", home().crashes(name).toString());
        environment.putAll(WorkerProcess.environment(options.workers() * options.slots()));
        environment.putAll(device);
        options.waiting().ifPresent(length -> environment.put("EARLYPHASE_WORKER_WAITING", length.toString()));
        var flags = new ArrayList<>(WorkerProcess.jvmFlags());
        flags.add("-XX:ErrorFile=" + home().crashes(name).resolve("hs_err_%p.log"));
        List<String> arguments = java(name, "-Xmx512m", flags, repository.workerJar());
        return new ProcessCommand(name, arguments, surroundings.environment(name, environment), home().log(name));
    }

    private Home home() {
        return options.home();
    }

    private Map<String, String> environment(String service, ServicePorts listens) {
        var environment = new LinkedHashMap<String, String>();
        embedded.forEach((key, value) -> {
            if (!key.startsWith("earlyphase.access.")
                    || KEYS.getOrDefault(service, List.of()).contains(key)) {
                environment.put(RequiredSettings.variable(key), value);
            }
        });
        environment.put("EARLYPHASE_ORCHESTRATOR_URL", orchestrator.toString());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(listens.http()));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(listens.metrics()));
        return environment;
    }

    private List<String> java(String name, String heap, List<String> further, Path jar) {
        var arguments = new ArrayList<String>();
        arguments.add(ProcessCommand.java());
        arguments.add(heap);
        arguments.add(SERIAL);
        // A process that is killed leaves there what it unpacked: its successor begins with nothing.
        arguments.add("-Djava.io.tmpdir=" + Folders.emptied(home().temporary(name)));
        arguments.addAll(further);
        arguments.addAll(List.of("-jar", jar.toString()));
        return arguments;
    }
}
