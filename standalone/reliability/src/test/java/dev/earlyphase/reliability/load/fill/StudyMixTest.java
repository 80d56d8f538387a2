package dev.earlyphase.reliability.load.fill;

import java.util.HashSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import dev.earlyphase.cli.api.StudyFile;

import static org.assertj.core.api.Assertions.assertThat;

class StudyMixTest {
    private static final Pattern SEEDS = Pattern.compile("\"seeds\"\\s*:\\s*\\[([^\\]]*)]");

    private static String[] seeds(StudyFile study) {
        Matcher seeds = SEEDS.matcher(study.text());
        assertThat(seeds.find()).isTrue();
        return seeds.group(1).strip().split("\\s*,\\s*");
    }

    @Test
    void no_two_studies_share_a_seed() {
        var mix = new StudyMix(100_000);
        var seen = new HashSet<String>();

        for (int number = 0; number < 40; number++) {
            for (String seed : seeds(mix.study(number))) {
                assertThat(seen.add(seed))
                        .as("seed %s of study %d is new", seed, number)
                        .isTrue();
            }
        }
    }

    @Test
    void the_large_studies_of_a_small_database_are_small() {
        assertThat(seeds(new StudyMix(3_400).study(0))).hasSize(10);
        assertThat(seeds(new StudyMix(1_000_000).study(0))).hasSize(294);
    }
}
