package dev.earlyphase.reliability.check;

import java.util.List;

/** One thing that must hold. */
public interface Check {
    /** What must hold, as a sentence. */
    String sentence();

    /** Where it does not hold, a line for each place. */
    List<String> violations(Evidence evidence) throws Exception;

    /** False also where it cannot be told. */
    default boolean holds(Evidence evidence) {
        try {
            return violations(evidence).isEmpty();
        } catch (Exception e) {
            return false;
        }
    }
}
