package dev.earlyphase.orchestrator.page;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.study.Page;

/**
 * The part of a list that was asked for.
 *
 * @param after the number of the last item before it; null at the beginning
 * @param limit 1 to 500 items, default 50
 */
public record Window(Long after, int limit) {
    private static final int USUAL = 50;
    private static final int MOST = 500;

    /** From the query parameters {@code cursor} and {@code limit}; either may be missing. */
    public static Window of(String cursor, String limit) {
        Long after = cursor == null ? null : number("cursor", cursor, "the field next of the page before");
        String allowed = "a whole number from 1 to " + MOST;
        long items = limit == null ? USUAL : number("limit", limit, allowed);
        Check.that(items >= 1 && items <= MOST, "limit", limit, allowed);
        return new Window(after, (int) items);
    }

    /** One more than the limit: whether it is there says whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    /** The page made of rows of which one more than the limit was fetched. */
    public <R, T> Page<T> page(List<R> fetched, ToLongFunction<R> number, Function<List<R>, List<T>> views) {
        if (fetched.size() <= limit) {
            return new Page<>(views.apply(fetched), null);
        }
        List<R> rows = fetched.subList(0, limit);
        return new Page<>(views.apply(rows), String.valueOf(number.applyAsLong(rows.getLast())));
    }

    private static long number(String field, String text, String allowed) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Invalid(field, text, allowed);
        }
    }
}
