package dev.earlyphase.orchestrator.access;

import java.util.Map;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.access.KeyText;
import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.orchestrator.Settings;

/** The keys that the environment gives. Without one of them the service does not start. */
@Singleton
public class Secrets {
    private static final String OPERATOR = "EARLYPHASE_ACCESS_OPERATOR_KEY";
    private static final String WORKER = "EARLYPHASE_ACCESS_WORKER_KEY";
    private static final String GATEWAY = "EARLYPHASE_ACCESS_GATEWAY_KEY";

    private final KeyText gateway;
    private final Map<String, KeyText> given;

    Secrets(Settings settings) {
        Settings.Access access = settings.access();
        try {
            this.gateway = KeyText.required(GATEWAY, access.gatewayKey());
            this.given = Map.of(
                    OPERATOR, KeyText.required(OPERATOR, access.operatorKey()),
                    WORKER, KeyText.required(WORKER, access.workerKey()));
        } catch (Invalid wrong) {
            throw new ConfigurationException(wrong.getMessage());
        }
    }

    /** The first to start, so that keys are known before anybody asks. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event, ApiKeys keys) {
        keys.give(OPERATOR, new Caller(Role.OPERATOR.id(), Role.OPERATOR), given.get(OPERATOR));
        keys.give(WORKER, new Caller(Role.WORKER.id(), Role.WORKER), given.get(WORKER));
    }

    boolean isGateway(String token) {
        return gateway.matches(token);
    }
}
