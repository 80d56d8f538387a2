package dev.earlyphase.reliability.load;

import dev.earlyphase.reliability.load.crowd.Tally;

/**
 * More was asked than could be answered.
 *
 * @param recovered seconds after the end of it until a page of studies came within its limit again; negative where it
 *     did not within the time allowed
 * @param restarts of services meanwhile: there must be none
 */
record Overload(String what, Tally tally, double recovered, int restarts) {}
