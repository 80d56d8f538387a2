/**
 * What a set of weights looks like, alone, against an earlier state, against the normal distribution and its filters
 * against each other: per tensor and pooled, over survivors only, accumulated in doubles. Every number is finite, so that
 * it can be written as JSON.
 */
package dev.earlyphase.weights.statistics;
