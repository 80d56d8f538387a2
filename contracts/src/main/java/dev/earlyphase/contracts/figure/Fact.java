package dev.earlyphase.contracts.figure;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A single number beside a figure.
 *
 * @param name what it is, such as "Signs changed by iteration 10"
 * @param value aggregated over seeds, in words with its unit, such as "2.9 % ± 0.2"
 * @param paper what the paper reports, as quoted from memory in the project's science page; null where it says nothing
 * @param trials ids of the trials that it was measured on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fact(String name, String value, String paper, List<String> trials) {
    public Fact {
        trials = List.copyOf(trials);
    }
}
