package dev.earlyphase.contracts.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.Check;

/** What several recipes demand of the fields that they share. */
final class Fields {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_LEVELS = 100;

    private Fields() {}

    /** One of those that this kind of request serves; the first where none is given. */
    static Recipe recipe(Recipe given, Recipe... served) {
        Recipe recipe = given == null ? served[0] : given;
        Check.that(
                Set.of(served).contains(recipe),
                "recipe",
                recipe.id(),
                "one of " + List.of(served).stream().map(Recipe::id).collect(Collectors.joining(", ")));
        return recipe;
    }

    /** The name as given, else "RECIPE NETWORK on DATASET". */
    static String name(String given, Recipe recipe, NetworkName network, DataSetName dataset) {
        Check.given(network, "network", "the name of a network");
        Check.given(dataset, "dataset", "the name of a data set");
        String name = given == null || given.isBlank()
                ? recipe.id() + " " + network.id() + " on " + dataset.id()
                : given.strip();
        Check.that(
                name.length() <= LONGEST_NAME,
                "name",
                name.length() + " characters",
                "at most " + LONGEST_NAME + " characters");
        return name;
    }

    static List<Long> seeds(List<Long> given) {
        Check.given(given, "seeds", "one or more different whole numbers");
        Check.that(!given.isEmpty(), "seeds", given, "one or more different whole numbers");
        return distinct(given, "seeds", "a whole number that is not in the list yet");
    }

    static int levels(Integer given, int least) {
        String allowed = "a whole number from " + least + " to " + MOST_LEVELS;
        Check.given(given, "levels", allowed);
        Check.that(given >= least && given <= MOST_LEVELS, "levels", given, allowed);
        return given;
    }

    /** The list as given, without nulls and repeats; the usual one where none is given. */
    static <T> List<T> distinct(List<T> given, List<T> usual, String field, String allowed) {
        List<T> items = distinct(given == null ? usual : given, field, allowed + " that is not in the list yet");
        Check.that(!items.isEmpty(), field, items, "one or more: " + allowed);
        return items;
    }

    static <T> List<T> distinct(List<T> items, String field, String allowed) {
        var seen = new HashSet<T>();
        for (int i = 0; i < items.size(); i++) {
            T item = items.get(i);
            Check.that(item != null && seen.add(item), field + "[" + i + "]", item, allowed);
        }
        return List.copyOf(items);
    }
}
