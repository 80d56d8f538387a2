package dev.earlyphase.gateway.figure.rule;

import java.util.List;

import dev.earlyphase.contracts.figure.Fact;
import dev.earlyphase.contracts.figure.Point.Sample;

/**
 * Something that happens in the early phase of training.
 *
 * @param fact as a fact says it, with the paper's value
 * @param mark as a timeline says it
 * @param iteration at which it happens, the mean over seeds
 * @param heights shares by which the timeline places it, one a seed; perhaps none
 */
record EarlyEvent(Fact fact, String mark, double iteration, List<Sample> heights) {}
