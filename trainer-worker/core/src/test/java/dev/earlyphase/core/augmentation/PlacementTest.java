package dev.earlyphase.core.augmentation;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.earlyphase.core.random.Draws;
import dev.earlyphase.core.random.Purpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PlacementTest {
    @Test
    void all_162_placements_are_equally_likely() {
        Draws draws = new Draws(1, Purpose.AUGMENTATION, 0);
        Map<Placement, Integer> counts = new HashMap<>();
        for (int image = 0; image < 162_000; image++) {
            counts.merge(Placement.draw(draws.item(image)), 1, Integer::sum);
        }

        assertThat(counts).hasSize(2 * 9 * 9);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isCloseTo(1_000, within(150)));
        assertThat(counts.keySet()).allSatisfy(placement -> {
            assertThat(placement.down()).isBetween(-4, 4);
            assertThat(placement.right()).isBetween(-4, 4);
        });
    }

    @Test
    void a_placement_depends_on_seed_epoch_and_image_alone() {
        Draws used = new Draws(7, Purpose.AUGMENTATION, 3);
        Placement.draw(used.item(5));

        Placement again = Placement.draw(used.item(9));

        assertThat(again).isEqualTo(Placement.draw(new Draws(7, Purpose.AUGMENTATION, 3).item(9)));
    }
}
