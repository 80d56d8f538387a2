package dev.earlyphase.gateway.figure.rule;

import dev.earlyphase.gateway.outcome.StudyOutcomes;

/** How a figure is made of what a study has found out. */
public interface FigureRule {
    /** As in its address, such as {@code figure-5}. */
    String name();

    /** What it shows, in a line. */
    String title();

    /** Whether the study trains what the figure shows, be it without results yet. */
    boolean appliesTo(StudyOutcomes study);

    /** From what is there now. */
    Content content(Evidence evidence);
}
