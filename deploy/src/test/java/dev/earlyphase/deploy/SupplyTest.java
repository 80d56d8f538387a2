package dev.earlyphase.deploy;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What the platform is made of stays what it was: versions stand still, and each library may be used. */
class SupplyTest {
    private static final String OURS = "0.1.0-SNAPSHOT";
    private static final Pattern VERSION = Pattern.compile("<[a-z0-9.-]*version>([^<]+)</");
    private static final Pattern PLUGIN = Pattern.compile("<plugin>(.*?)</plugin>", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");
    /** Where it is the only one: under it, what is linked would fall under it too. */
    private static final Pattern REACHES_OVER = Pattern.compile("^(?!.*[Cc]lasspath).*GPL");

    @Test
    void noVersionMoves() {
        assertThat(poms().flatMap(pom -> groups(VERSION, pom)).filter(version -> !version.equals(OURS)))
                .isNotEmpty()
                .noneMatch(version -> version.matches("[\\[(].*|LATEST|RELEASE|.*-SNAPSHOT"));
    }

    @Test
    void everyPluginHasAVersion() {
        List<String> plugins = poms().flatMap(pom -> groups(PLUGIN, pom)).toList();

        Set<String> versioned = plugins.stream()
                .filter(plugin -> plugin.contains("<version>"))
                .map(SupplyTest::artifact)
                .collect(Collectors.toSet());

        assertThat(plugins.stream().map(SupplyTest::artifact)).isNotEmpty().isSubsetOf(versioned);
    }

    @Test
    void theListOfLibrariesIsWholeAndEachMayBeUsed() throws Exception {
        assumeTrue(System.getenv("EARLYPHASE_TEST") != null, "only ./earlyphase test lists the libraries");

        JsonNode libraries = new ObjectMapper()
                .readTree(Repository.ROOT.resolve("target/bom.json").toFile())
                .path("components");

        assertThat(libraries)
                .extracting(library -> library.path("name").asText())
                .contains("orchestrator", "analyzer", "gateway", "trainer-service", "cli", "quarkus-rest", "pytorch");
        assertThat(libraries).allSatisfy(library -> assertThat(licences(library))
                .as(library.path("purl").asText())
                .anyMatch(licence -> !REACHES_OVER.matcher(licence).find()));
    }

    private static Stream<String> poms() {
        return Repository.files(Repository.ROOT, "**/pom.xml").stream().map(Repository::read);
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    private static String artifact(String plugin) {
        return groups(ARTIFACT, plugin).findFirst().orElseThrow();
    }

    /** As an identifier of SPDX, or in the words of its authors. */
    private static List<String> licences(JsonNode library) {
        return StreamSupport.stream(library.path("licenses").spliterator(), false)
                .map(JsonNode::toString)
                .toList();
    }
}
