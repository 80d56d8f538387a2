package dev.earlyphase.reliability.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FileLengthTest {
    private static final int HALF_BELOW = 70;
    private static final int LONG = 250;
    /** "Hardly one": so many of a hundred files. */
    private static final double LONG_SHARE = 0.01;

    /** A module that nobody imports. */
    private static final Path TESTS_OF_THE_WHOLE_CHAIN = Path.of("../chain/src");

    private record Source(Path path, long lines) {
        @Override
        public String toString() {
            return path.normalize() + " has " + lines + " lines";
        }
    }

    @Test
    void half_of_the_files_are_below_70_lines() {
        List<Long> lengths = sources().map(Source::lines).sorted().toList();

        assertThat(lengths.get(lengths.size() / 2))
                .as("lines of the median file; a noun has one file, so look for files that hold two")
                .isLessThan(HALF_BELOW);
    }

    @Test
    void hardly_one_is_over_250() {
        List<Source> all = sources().toList();
        List<Source> longOnes =
                all.stream().filter(source -> source.lines() > LONG).toList();

        assertThat(longOnes)
                .as("files over %d lines, of %d; split the longest by its nouns", LONG, all.size())
                .hasSizeLessThanOrEqualTo((int) Math.floor(LONG_SHARE * all.size()));
    }

    private static Stream<Source> sources() {
        return Stream.concat(Arrays.stream(Module.values()).map(Module::sources), Stream.of(TESTS_OF_THE_WHOLE_CHAIN))
                .filter(Files::isDirectory)
                .flatMap(FileLengthTest::javaFiles)
                .map(path -> new Source(path, lines(path)));
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path path) {
        try (var lines = Files.lines(path)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
