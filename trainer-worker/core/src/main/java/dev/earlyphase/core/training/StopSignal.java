package dev.earlyphase.core.training;

/** Asked before every iteration, from the training thread, so it must be quick. */
@FunctionalInterface
public interface StopSignal {
    boolean raised();
}
