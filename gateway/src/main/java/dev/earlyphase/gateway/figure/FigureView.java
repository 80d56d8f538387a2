package dev.earlyphase.gateway.figure;

import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A figure that can be had of a study. */
record FigureView(
        String figure,
        String title,
        @Schema(description = "Where it is, by format") Map<String, String> links) {}
