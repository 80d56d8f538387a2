package dev.earlyphase.contracts.figure;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A figure of a study, aggregated over seeds.
 *
 * @param study id of the study
 * @param figure its name, such as {@code figure-5}
 * @param title what it shows, in a line
 * @param name of the study, for people
 * @param network id of the network
 * @param data how the data set is to be named beside the figure
 * @param complete false while trials of the study are still to end
 * @param seeds most that any point is aggregated over
 * @param panels plots side by side
 * @param facts single numbers that belong to it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        String study,
        String figure,
        String title,
        String name,
        String network,
        String data,
        boolean complete,
        int seeds,
        List<Panel> panels,
        List<Fact> facts) {
    public Figure {
        panels = List.copyOf(panels);
        facts = List.copyOf(facts);
    }
}
