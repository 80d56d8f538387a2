/** Fills a database as years of use would: real studies, their results and telemetry written in bulk. */
package dev.earlyphase.reliability.load.fill;
