/** What probes, perturbations and lines found out of a trial. */
package dev.earlyphase.gateway.measurement;
