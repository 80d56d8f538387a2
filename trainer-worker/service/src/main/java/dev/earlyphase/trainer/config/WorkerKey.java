package dev.earlyphase.trainer.config;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

import dev.earlyphase.contracts.access.KeyText;
import dev.earlyphase.contracts.error.DomainException.Invalid;

/** The key by which the orchestrator knows a worker. */
@Singleton
public class WorkerKey {
    private final KeyText key;

    WorkerKey(WorkerConfig config) {
        try {
            this.key = KeyText.required(
                    "EARLYPHASE_ACCESS_WORKER_KEY", config.access().workerKey());
        } catch (Invalid wrong) {
            throw new ConfigurationException(wrong.getMessage());
        }
    }

    /** What is wrong is found at the start, before anything else. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {}

    /** The value of the header that shows it. */
    public String bearer() {
        return key.bearer();
    }
}
