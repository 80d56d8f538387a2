package dev.earlyphase.core.augmentation;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuarterTurnsTest {
    /** Two channels of 2×2. */
    private static final float[] IMAGE = {1, 2, 3, 4, 5, 6, 7, 8};

    @Test
    void a_quarter_turn_is_counter_clockwise() {
        assertThat(turned(IMAGE, 2, 1)).containsExactly(2, 4, 1, 3, 6, 8, 5, 7);
    }

    @Test
    void half_a_turn_reverses_rows_and_columns() {
        assertThat(turned(IMAGE, 2, 2)).containsExactly(4, 3, 2, 1, 8, 7, 6, 5);
    }

    @Property
    void four_quarter_turns_are_the_identity(@ForAll Random random, @ForAll @IntRange(min = 1, max = 9) int side) {
        float[] image = image(random, side);

        float[] around = image;
        for (int i = 0; i < 4; i++) {
            around = turned(around, side, 1);
        }

        assertThat(around).isEqualTo(image);
    }

    @Property
    void turns_add_up(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 9) int side,
            @ForAll @IntRange(max = 3) int some,
            @ForAll @IntRange(max = 3) int more) {
        float[] image = image(random, side);

        float[] both = turned(turned(image, side, some), side, more);

        assertThat(both).isEqualTo(turned(image, side, (some + more) % 4));
    }

    private static float[] image(Random random, int side) {
        float[] image = new float[3 * side * side];
        for (int i = 0; i < image.length; i++) {
            image[i] = random.nextFloat();
        }
        return image;
    }

    private static float[] turned(float[] image, int side, int turns) {
        float[] turned = new float[image.length];
        QuarterTurns.turn(image, side, turns, turned);
        return turned;
    }
}
