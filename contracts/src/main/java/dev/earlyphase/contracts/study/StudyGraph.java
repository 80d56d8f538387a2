package dev.earlyphase.contracts.study;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;

/**
 * All trials of a study and what each takes from others, without their specifications: ten thousand are one answer.
 *
 * @param nodes in the order of level, seed and rewinding point
 */
public record StudyGraph(List<Node> nodes) {
    public StudyGraph {
        nodes = List.copyOf(nodes);
    }

    /**
     * A trial; what is null is left out.
     *
     * @param seed as in {@link TrialRole}, like level, rewind, family and variant
     * @param iteration how far it is
     * @param begin the iteration at which it begins
     * @param end the iteration at which it ends
     * @param accuracy on the test set at the end, 0 to 1; null before it is completed
     * @param density share of prunable weights that survive, 0 to 1; null before it is completed
     * @param attempts how many times it was claimed
     * @param worker the latest that had it
     * @param reason why it waits again, failed, diverged or is blocked
     * @param start whose weights it begins with: places in the list of nodes; two for a line between runs; null for none
     * @param mask whose weights decide which of its own survive: a place in the list of nodes; null for none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Node(
            TrialId id,
            TrialState state,
            long seed,
            int level,
            String rewind,
            String family,
            String variant,
            int iteration,
            int begin,
            int end,
            Double accuracy,
            Double density,
            int attempts,
            String worker,
            String reason,
            List<Integer> start,
            Integer mask) {}
}
