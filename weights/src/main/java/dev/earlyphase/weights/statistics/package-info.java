/**
 * What a set of weights looks like, alone and against an earlier state: per tensor and pooled, over survivors only,
 * accumulated in doubles. Every number is finite, so that it can be written as JSON.
 */
package dev.earlyphase.weights.statistics;
