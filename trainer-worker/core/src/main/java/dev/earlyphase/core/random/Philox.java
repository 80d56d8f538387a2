package dev.earlyphase.core.random;

/** Philox4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"): a counter-based generator. */
final class Philox {
    static final int WORDS = 4;

    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;

    private Philox() {}

    /** Writes the four words of the block at counter {@code (c0, c1, c2, c3)}; the key's low half is its first word. */
    static void block(long key, int c0, int c1, int c2, int c3, int[] into) {
        int key0 = (int) key;
        int key1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * Integer.toUnsignedLong(c0);
            long product1 = MULTIPLIER_1 * Integer.toUnsignedLong(c2);
            c0 = (int) (product1 >>> 32) ^ c1 ^ key0;
            c1 = (int) product1;
            c2 = (int) (product0 >>> 32) ^ c3 ^ key1;
            c3 = (int) product0;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        into[0] = c0;
        into[1] = c1;
        into[2] = c2;
        into[3] = c3;
    }
}
