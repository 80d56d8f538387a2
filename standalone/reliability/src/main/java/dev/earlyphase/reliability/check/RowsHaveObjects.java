package dev.earlyphase.reliability.check;

import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.contracts.object.ObjectRef;

/** Each object that a row names is there, with the bytes that the row says. */
record RowsHaveObjects() implements Check {
    @Override
    public String sentence() {
        return "every object that a row names is there, with its size and its SHA-256";
    }

    @Override
    public List<String> violations(Evidence evidence) throws Exception {
        var violations = new ArrayList<String>();
        for (ObjectRef named : NamedObjects.of(evidence.database())) {
            try {
                ObjectRef found = evidence.store().read(named.key());
                if (!found.equals(named)) {
                    violations.add("%s, found %s".formatted(named, found));
                }
            } catch (Exception e) {
                violations.add("%s: %s".formatted(named, e.getMessage()));
            }
        }
        return violations;
    }
}
