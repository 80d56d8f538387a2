package dev.earlyphase.orchestrator.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.study.StudyView.State;

/**
 * Which studies are wanted. What is null is no condition.
 *
 * @param text a part of the name, A to Z in whatever case, or of the id
 */
record StudyFilter(String owner, String text, NetworkName network, Recipe recipe, State state) {
    private static final int LONGEST_TEXT = 200;

    /** From query parameters, each of which may be missing. */
    static StudyFilter of(String owner, String text, String network, String recipe, String state) {
        Check.that(
                text == null || text.length() <= LONGEST_TEXT,
                "text",
                text == null ? "" : text.length() + " characters",
                "at most " + LONGEST_TEXT + " characters");
        return new StudyFilter(
                owner,
                text == null || text.isBlank() ? null : text.strip(),
                network == null ? null : NetworkName.of(network),
                recipe == null ? null : Recipe.of(recipe),
                state == null ? null : state(state));
    }

    /** SQL on a row {@code s} of studies, true where a study is wanted. */
    String condition() {
        var all = new StringJoiner(" and ").setEmptyValue("true");
        add(all, owner, "s.owner = :owner");
        add(all, text, "(s.name ilike :text or s.id like :text)");
        add(all, network, "s.request ->> 'network' = :network");
        add(all, recipe, "s.request ->> 'recipe' = :recipe");
        if (state != null) {
            all.add(condition(state));
        }
        return all.toString();
    }

    /** The values of the parameters of {@link #condition}. */
    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        if (owner != null) {
            values.put("owner", owner);
        }
        if (text != null) {
            values.put("text", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (network != null) {
            values.put("network", network.id());
        }
        if (recipe != null) {
            values.put("recipe", recipe.id());
        }
        return values;
    }

    private static void add(StringJoiner all, Object value, String condition) {
        if (value != null) {
            all.add(condition);
        }
    }

    /**
     * As {@link StudyViews#state} has it. What is under way or has ended badly is looked for once for all studies, by
     * the indices of such trials, of which there are few beside those that are completed.
     */
    private static String condition(State state) {
        String open = having("'waiting', 'ready', 'dispatched', 'running'");
        String bad = having("'failed', 'blocked', 'cancelled'");
        return switch (state) {
            case CANCELLED -> "s.cancelled";
            case RUNNING -> "not s.cancelled and s.id in " + open;
            case FAILED -> "not s.cancelled and s.id not in " + open + " and s.id in " + bad;
            case COMPLETED -> "not s.cancelled and s.id not in " + open + " and s.id not in " + bad;
        };
    }

    private static String having(String states) {
        return "(select st.study from trial t join study_trial st on st.trial = t.id where t.state in (" + states
                + "))";
    }

    private static State state(String id) {
        return Arrays.stream(State.values())
                .filter(state -> state.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "state",
                        id,
                        "one of " + Arrays.stream(State.values()).map(State::id).collect(Collectors.joining(", "))));
    }
}
