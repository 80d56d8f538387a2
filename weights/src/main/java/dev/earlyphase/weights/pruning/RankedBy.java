package dev.earlyphase.weights.pruning;

/** What survivors are ranked by, as bit patterns whose unsigned order is that of the values. */
enum RankedBy {

    /** Without its sign bit a float orders like the integer of the same bits. */
    MAGNITUDE {
        @Override
        int bits(float value) {
            return Float.floatToRawIntBits(value) & Integer.MAX_VALUE;
        }

        @Override
        float value(int bits) {
            return Float.intBitsToFloat(bits);
        }

        @Override
        String refusal(int index, String tensor) {
            return "weight " + index + " of '" + tensor + "' is NaN and has no magnitude to prune by";
        }
    },

    /** Negative floats order against their bits, so these are inverted, and positive ones put above them. */
    SCORE {
        @Override
        int bits(float value) {
            // The sum of -0.0 and 0.0 is 0.0: both zeros rank alike.
            int bits = Float.floatToRawIntBits(value + 0.0f);
            return bits < 0 ? ~bits : bits | Integer.MIN_VALUE;
        }

        @Override
        float value(int bits) {
            return Float.intBitsToFloat(bits < 0 ? bits & Integer.MAX_VALUE : ~bits);
        }

        @Override
        String refusal(int index, String tensor) {
            return "score " + index + " of '" + tensor + "' is NaN and has no rank";
        }
    };

    abstract int bits(float value);

    /** The value, or the magnitude, that has these bits. */
    abstract float value(int bits);

    /** Says that a survivor is not a number. */
    abstract String refusal(int index, String tensor);
}
