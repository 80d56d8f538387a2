package dev.earlyphase.contracts.trial;

/**
 * What a completed trial came to.
 *
 * @param iteration the last one
 * @param testAccuracy share of test images classified rightly, 0 to 1
 * @param testLoss mean cross-entropy over the test images; null where it is not finite
 * @param trainLoss mean cross-entropy of the last batch; null where it is not finite
 * @param seconds of training in this attempt, evaluation and checkpoints included
 * @param iterationsRun in this attempt: fewer than in all when it resumed
 * @param weightsSha256 of the weights and batch-norm statistics at the end, as the checkpoint holds them
 * @param survivors prunable weights that the mask lets live
 * @param prunable weights that pruning may take
 */
public record TrialResult(
        int iteration,
        double testAccuracy,
        Double testLoss,
        Double trainLoss,
        double seconds,
        int iterationsRun,
        String weightsSha256,
        long survivors,
        long prunable) {
    public double density() {
        return prunable == 0 ? 1.0 : (double) survivors / prunable;
    }
}
