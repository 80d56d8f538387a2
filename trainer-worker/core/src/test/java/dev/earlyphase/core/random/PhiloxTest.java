package dev.earlyphase.core.random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The known answers that the authors publish with Random123 (kat_vectors, philox4x32 10). */
class PhiloxTest {
    @Test
    void zeros_give_the_published_block() {
        assertThat(block(0L, 0, 0, 0, 0)).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    }

    @Test
    void ones_give_the_published_block() {
        assertThat(block(-1L, -1, -1, -1, -1)).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    }

    @Test
    void the_digits_of_pi_give_the_published_block() {
        assertThat(block(0x299f31d0_a4093822L, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344))
                .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
    }

    private static int[] block(long key, int c0, int c1, int c2, int c3) {
        int[] words = new int[Philox.WORDS];
        Philox.block(key, c0, c1, c2, c3, words);
        return words;
    }
}
