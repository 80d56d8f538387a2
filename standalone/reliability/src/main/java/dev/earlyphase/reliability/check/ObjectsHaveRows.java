package dev.earlyphase.reliability.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;

/** Nothing lies in the store that nobody knows of; logs of attempts have no rows. */
record ObjectsHaveRows() implements Check {
    @Override
    public String sentence() {
        return "every object is named by a row, but for the logs of attempts";
    }

    @Override
    public List<String> violations(Evidence evidence) throws Exception {
        Set<String> named = NamedObjects.of(evidence.database()).stream()
                .map(ObjectRef::key)
                .collect(Collectors.toSet());
        return evidence.store().keys().stream()
                .filter(key -> !named.contains(key))
                .filter(key -> !ObjectKeys.isLog(key))
                .map(key -> key + " is named by no row")
                .toList();
    }
}
