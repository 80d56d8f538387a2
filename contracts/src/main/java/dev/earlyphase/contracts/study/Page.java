package dev.earlyphase.contracts.study;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A part of a list.
 *
 * @param next what to send as {@code cursor} for the part after this one; left out at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, String next) {
    public Page {
        items = List.copyOf(items);
    }
}
