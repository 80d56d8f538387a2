/** Figures: computed from the outcomes of a study, written as JSON, CSV or SVG. */
package dev.earlyphase.gateway.figure;
