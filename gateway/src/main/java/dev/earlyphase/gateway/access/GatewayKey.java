package dev.earlyphase.gateway.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

import dev.earlyphase.contracts.access.KeyText;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;

/** The secret by which the orchestrator knows this service. */
@Singleton
public class GatewayKey {
    private final KeyText key;

    GatewayKey(AccessConfig config) {
        try {
            this.key = KeyText.required(
                    "EARLYPHASE_ACCESS_GATEWAY_KEY", config.access().gatewayKey());
            Check.that(
                    config.oidc().issuer().isEmpty() || config.oidc().audience().isPresent(),
                    "EARLYPHASE_OIDC_AUDIENCE",
                    "nothing",
                    "for whom the tokens of EARLYPHASE_OIDC_ISSUER are made out");
        } catch (Invalid wrong) {
            throw new ConfigurationException(wrong.getMessage());
        }
    }

    /** What is wrong is found at the start. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {}

    String bearer() {
        return key.bearer();
    }
}
