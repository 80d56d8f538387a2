/** Where the results of a study come from, trial by trial. */
package dev.earlyphase.gateway.provenance;
