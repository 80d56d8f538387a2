/** What the end of a trial makes of its earlier snapshots: their distances to it, and when its masks were settled. */
package dev.earlyphase.analyzer.end;
