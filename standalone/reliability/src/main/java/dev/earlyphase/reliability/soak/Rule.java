package dev.earlyphase.reliability.soak;

/**
 * What a resource must keep to. It is flat when it grew by no more than a share and an absolute amount on top; what is
 * not flat is bounded while it is below a limit that something enforces.
 *
 * @param share of growth that counts as none
 * @param amount of growth that counts as none
 * @param limit in the resource's own unit
 * @param because what enforces the limit
 */
record Rule(double share, double amount, double limit, String because) {
    /** What is seen of a resource. */
    enum Finding {
        FLAT,
        BOUNDED,
        GROWS
    }

    /** Nothing bounds it: it must be flat. */
    static Rule flat(double share, double amount) {
        return new Rule(share, amount, 0, "");
    }

    Finding judge(double begin, double end) {
        if (end <= begin * (1 + share) + amount) {
            return Finding.FLAT;
        }
        return end <= limit ? Finding.BOUNDED : Finding.GROWS;
    }
}
