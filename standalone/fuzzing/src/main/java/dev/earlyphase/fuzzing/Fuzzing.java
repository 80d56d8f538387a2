package dev.earlyphase.fuzzing;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hands a class ever new inputs, in a process of its own, and keeps those that reach code which none before did. The
 * class has a method {@code public static void fuzzerTestOneInput(byte[])}, which lets through whatever is wrong.
 *
 * <p>For as many seconds as the property {@value #SECONDS} says. Without it a quarter of all classes, each day another,
 * has {@value #USUAL_SECONDS} seconds; the others are handed what the fuzzing would begin with, since to start its process
 * takes longer than that. What was learnt stays in {@code target/fuzz}, beside the log and the inputs at which the class
 * failed.
 */
public final class Fuzzing {
    /** Property: seconds for each class. */
    public static final String SECONDS = "earlyphase.fuzz.seconds";

    private static final int USUAL_SECONDS = 12;
    private static final int DAYS = 4;
    private static final int LONGEST_INPUT = 1 << 16;

    private final Class<?> target;
    private final List<byte[]> seeds = new ArrayList<>();
    private final List<String> instrumented = new ArrayList<>(List.of("dev.earlyphase.**"));
    private int seconds;

    private Fuzzing(Class<?> target) {
        this.target = target;
        this.seconds = Integer.getInteger(SECONDS, isToday(target, LocalDate.now()) ? USUAL_SECONDS : 0);
    }

    public static Fuzzing of(Class<?> target) {
        return new Fuzzing(target);
    }

    /** Begins with these inputs beside what earlier runs have kept. */
    public Fuzzing from(byte[]... inputs) {
        seeds.addAll(List.of(inputs));
        return this;
    }

    /** The same for texts, whose words are tried in other places too. */
    public Fuzzing from(String... inputs) {
        return from(Stream.of(inputs)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new));
    }

    /** The same for every file of a folder. */
    public Fuzzing fromFilesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                from(Files.readAllBytes(file));
            }
        }
        return this;
    }

    /** Watches which code of these packages an input reaches, too, such as {@code org.yaml.**}. */
    public Fuzzing through(String... packages) {
        instrumented.addAll(List.of(packages));
        return this;
    }

    /** For so many seconds at most, whatever the property says. */
    Fuzzing atMost(int most) {
        seconds = most;
        return this;
    }

    /** Whether it is the turn of a class. */
    static boolean isToday(Class<?> target, LocalDate day) {
        // The higher bits spread names that end alike.
        return Math.floorMod((target.getName().hashCode() >>> 12) + day.toEpochDay(), DAYS) == 0;
    }

    /** @throws AssertionError with the end of the log where some input makes the class fail */
    public Findings run() throws IOException, InterruptedException {
        if (seconds == 0) {
            seeds.forEach(this::handOver);
            return new Findings(seeds.size(), 0, 0);
        }
        Path folder = Files.createDirectories(Path.of("target", "fuzz", target.getSimpleName()));
        Findings findings = new FuzzProcess(folder, arguments(folder)).run(seconds);
        System.out.printf("%s: %s in %d s%n", target.getSimpleName(), findings, seconds);
        return findings;
    }

    private void handOver(byte[] seed) {
        try {
            target.getMethod("fuzzerTestOneInput", byte[].class).invoke(null, (Object) seed);
        } catch (InvocationTargetException e) {
            throw new AssertionError("an input fails: " + new String(seed, StandardCharsets.UTF_8), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(target + " has no public static void fuzzerTestOneInput(byte[])", e);
        }
    }

    private List<String> arguments(Path folder) throws IOException {
        return List.of(
                "--target_class=" + target.getName(),
                "--instrumentation_includes=" + String.join(":", instrumented),
                "--custom_hook_includes=" + String.join(":", instrumented),
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-dict=" + Dictionary.write(folder.resolve("dictionary"), seeds),
                "-max_len=" + LONGEST_INPUT,
                "-max_total_time=" + seconds,
                "-print_final_stats=1",
                Files.createDirectories(folder.resolve("corpus")).toString(),
                written(folder.resolve("seeds")).toString());
    }

    private Path written(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(folder.resolve(String.valueOf(i)), seeds.get(i));
        }
        return folder;
    }
}
