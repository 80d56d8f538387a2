/** What is drawn of which study: one class a figure, one line each in {@link FigureRules}. */
package dev.earlyphase.gateway.figure.rule;
