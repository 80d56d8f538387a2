package dev.earlyphase.reliability.load;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.earlyphase.reliability.load.crowd.Tally;
import dev.earlyphase.reliability.load.event.Hearing;

/** All that was measured, as it goes into a file. Grows while it is measured. */
record LoadReport(List<Tally> reading, List<Submission> submissions, List<Hearing> hearings, List<Overload> overloads) {
    LoadReport() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** The tables that have rows. */
    List<String> markdown() {
        return Stream.of(
                        LoadTable.reading(reading),
                        LoadTable.submissions(submissions),
                        LoadTable.hearings(hearings),
                        LoadTable.overloads(overloads))
                .filter(table -> !table.rows().isEmpty())
                .flatMap(table -> Stream.concat(table.markdown().stream(), Stream.of("")))
                .toList();
    }
}
