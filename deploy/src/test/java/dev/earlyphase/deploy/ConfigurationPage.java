package dev.earlyphase.deploy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes docs/reference/configuration.md from the sources of the services. */
final class ConfigurationPage {
    private static final String HEAD = """
            # Configuration

            Generated from the sources of the four services; write it anew with
            `mvn -pl deploy test -Dtest=ConfigurationPageTest -Dearlyphase.write-docs=true`.

            Every key is given as an environment variable, as a system property of the JVM (`-Dearlyphase.kafka=...`), or in
            `config/application.properties` of the folder that a service starts in. `./earlyphase up` sets what its stack
            needs; its options are on the page of the [command line](../command-line.md#the-stack-on-this-machine). A
            service that lacks what it needs ends with a line that names the variable.

            | variable and key | default | read by | meaning |
            |---|---|---|---|
            """;

    private static final String OTHERS = """

            ## Of others

            Quarkus, Kafka's clients and the libraries that compute have settings of their own. Those that matter here:

            | variable | default | read by | meaning |
            |---|---|---|---|
            | `QUARKUS_HTTP_HOST`, `QUARKUS_HTTP_PORT` | `127.0.0.1`; gateway 8080, orchestrator 8081, analyzer 8082, worker 8083 | all | where the service listens |
            | `QUARKUS_MANAGEMENT_HOST`, `QUARKUS_MANAGEMENT_PORT` | `127.0.0.1`; 9080 to 9083 likewise | all | where [metrics](../monitoring.md) are |
            | `QUARKUS_SHUTDOWN_TIMEOUT` | `30s` | worker | more than `EARLYPHASE_WORKER_GRACE` |
            | `KAFKA_SECURITY_PROTOCOL`, `KAFKA_SASL_MECHANISM`, `KAFKA_SASL_JAAS_CONFIG` and the other settings of Kafka's clients | `PLAINTEXT` | orchestrator, analyzer, worker | [TLS and SASL](../tls.md) |
            | `QUARKUS_OTEL_SDK_DISABLED` and its like | `true` | all | [traces](../monitoring.md#traces) |
            | `OMP_NUM_THREADS` | the cores | worker | threads that an engine computes with, for each slot |
            | `OMP_WAIT_POLICY`, `OPENBLAS_NUM_THREADS` | none | worker | `PASSIVE` and 1; on a busy machine it is twenty times slower without |
            | `CUBLAS_WORKSPACE_CONFIG` | none | worker | `:4096:8`, without which products of matrices may [differ](../engines.md#does-it-repeat) on a GPU |
            | `CUDA_VISIBLE_DEVICES` | all | worker | the first of these GPUs is taken |
            """;

    private ConfigurationPage() {}

    static String text() {
        Map<String, List<Key>> keys = Stream.of(
                        ServiceKeys.of("orchestrator", "orchestrator"),
                        ServiceKeys.of("worker", "trainer-worker/service"),
                        ServiceKeys.of("analyzer", "analyzer"),
                        ServiceKeys.of("gateway", "gateway"))
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(Key::name, TreeMap::new, Collectors.toList()));
        return HEAD + keys.values().stream().map(ConfigurationPage::row).collect(Collectors.joining()) + OTHERS;
    }

    /** Services that share a key mean the same by it, so that one of them says it. */
    private static String row(List<Key> alike) {
        String name = alike.getFirst().name();
        String meaning = alike.stream()
                .map(Key::meaning)
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no service says what " + name + " is"));
        String usual = alike.stream()
                .map(Key::usual)
                .map(value -> value.isEmpty() ? "none" : value.equals("needed") ? value : "`" + value + "`")
                .distinct()
                .collect(Collectors.joining(" or "));
        String services = alike.stream().map(Key::service).distinct().collect(Collectors.joining(", "));
        return "| %s`%s` | %s | %s | %s |%n".formatted(variable(name), name, usual, services, meaning);
    }

    /** A key in which a name must be filled in is given as it is. */
    private static String variable(String key) {
        return key.contains("NAME") ? "" : "`" + key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT) + "`<br>";
    }
}
