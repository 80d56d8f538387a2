/** Measurements that take computing of their own, beside training and without a trace in it; {@link Probes} lists them. */
package dev.earlyphase.core.probe;
