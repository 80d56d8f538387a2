package dev.earlyphase.gateway.figure.rule;

import java.util.List;

import dev.earlyphase.contracts.figure.Fact;
import dev.earlyphase.contracts.figure.Panel;

/** What a figure says, beside what every figure says of its study. */
public record Content(List<Panel> panels, List<Fact> facts) {
    public Content {
        panels = List.copyOf(panels);
        facts = List.copyOf(facts);
    }

    Content(List<Panel> panels) {
        this(panels, List.of());
    }
}
