package dev.earlyphase.reliability.check;

import java.util.List;

/**
 * Holds where a query finds nothing.
 *
 * @param query of one column of text: a line for each place where it does not hold
 */
record QueryCheck(String sentence, String query) implements Check {
    @Override
    public List<String> violations(Evidence evidence) throws Exception {
        return evidence.database().ask(query, row -> row.getString(1));
    }
}
