package dev.earlyphase.fuzzing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs Jazzer, with a heap and a stack as small as a service's, until its time is up or an input fails. */
record FuzzProcess(Path folder, List<String> arguments) {
    private static final String PROGRAM = "com.code_intelligence.jazzer.Jazzer";
    /** On a machine that does other things the start may take long, and the last input too. */
    private static final int SECONDS_BESIDE = 600;
    /** An input that takes so long by the clock hangs, whatever it waits for. */
    private static final String LONGEST_WAIT = "-timeout=25";
    /** The heap is bounded; what is resident beside it are mapped jars, of which some modules have very many. */
    private static final String ANY_RESIDENT_MEMORY = "-rss_limit_mb=0";

    /** They look for SQL, reflection and the like, which no parser does; to load them takes longer than a short run. */
    private static final String SANITIZERS = Stream.of(
                    "ClojureLangHooks",
                    "Deserialization",
                    "ExpressionLanguageInjection",
                    "LdapInjection",
                    "NamingContextLookup",
                    "OsCommandInjection",
                    "ReflectiveCall",
                    "RegexInjection",
                    "RegexRoadblocks",
                    "ScriptEngineInjection",
                    "ServerSideRequestForgery",
                    "SqlInjection",
                    "TemplateInjection",
                    "UnsafeSanitizer",
                    "XPathInjection",
                    "XmlParserSsrfGuidance")
            .map(name -> "com.code_intelligence.jazzer.sanitizers." + name)
            .collect(Collectors.joining(":"));

    private static final long LARGEST_JAR = 12L << 20;
    private static final Pattern NATIVE = Pattern.compile(".*-(linux|windows|macosx|android|ios)-[^/]*\\.jar");
    private static final int LINES_SHOWN = 40;

    Findings run(int seconds) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended;
        try {
            ended = process.waitFor(seconds + (long) SECONDS_BESIDE, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(log);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError("%s; input and log are in %s:%n%s"
                    .formatted(
                            ended ? "an input fails" : "the process does not end",
                            folder.toAbsolutePath(),
                            end(lines)));
        }
        return Findings.of(lines);
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                PROGRAM,
                "--disabled_hooks=" + SANITIZERS,
                LONGEST_WAIT,
                ANY_RESIDENT_MEMORY));
        command.addAll(arguments);
        return command;
    }

    /** Without native libraries, of which no parser has need: Jazzer looks through all that is there. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> new File(entry).length() < LARGEST_JAR)
                .filter(entry -> !NATIVE.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String end(List<String> lines) {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }
}
