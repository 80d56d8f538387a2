package dev.earlyphase.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages for people: README, CONTRIBUTING, docs and examples. */
class DocumentationTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path INDEX = ROOT.resolve("docs/README.md");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");

    /** @param heading as links name it; empty for the page as a whole */
    private record Link(Path from, Path to, String heading) {
        @Override
        public String toString() {
            return ROOT.relativize(from) + " -> " + ROOT.relativize(to) + (heading.isEmpty() ? "" : "#" + heading);
        }
    }

    @Test
    void every_link_leads_to_a_file_that_is_there() {
        assertThat(pages().flatMap(page -> links(page).stream()))
                .hasSizeGreaterThan(100)
                .allMatch(link -> Files.exists(link.to()));
    }

    @Test
    void every_heading_that_a_link_names_is_on_its_page() {
        assertThat(pages().flatMap(page -> links(page).stream())
                        .filter(link -> !link.heading().isEmpty() && isPage(link.to())))
                .isNotEmpty()
                .allMatch(link -> headings(link.to()).contains(link.heading()));
    }

    @Test
    void every_page_is_reached_from_the_index() {
        Set<Path> reached = new TreeSet<>(Set.of(INDEX));
        var ahead = new ArrayDeque<>(reached);
        while (!ahead.isEmpty()) {
            links(ahead.remove()).stream()
                    .map(Link::to)
                    .filter(DocumentationTest::isPage)
                    .filter(reached::add)
                    .forEach(ahead::add);
        }

        assertThat(pages().filter(page -> page.startsWith(INDEX.getParent()))).isSubsetOf(reached);
        assertThat(links(ROOT.resolve("README.md")).stream().map(Link::to)).contains(INDEX);
    }

    private static Stream<Path> pages() {
        return Stream.of("README.md", "CONTRIBUTING.md", "docs", "examples")
                .map(ROOT::resolve)
                .flatMap(DocumentationTest::files)
                .filter(DocumentationTest::isPage);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md") && Files.isRegularFile(file);
    }

    private static List<Link> links(Path page) {
        return LINK.matcher(text(page))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains(":"))
                .map(link -> {
                    String[] parts = (link + " ").split("#", 2);
                    Path to = parts[0].isBlank() ? page : page.resolveSibling(parts[0].strip());
                    return new Link(page, to.normalize(), parts.length == 1 ? "" : parts[1].strip());
                })
                .toList();
    }

    /** As GitHub makes anchors of them. */
    private static List<String> headings(Path page) {
        return HEADING.matcher(text(page))
                .results()
                .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    /** Without code, in which brackets are no links. */
    private static String text(Path page) {
        try {
            return CODE.matcher(Files.readString(page)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
