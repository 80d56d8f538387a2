package dev.earlyphase.gateway.api;

import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Serves the OpenAPI description beside the API as well. */
public class OpenApiPath {
    void add(@Observes Router router, @ConfigProperty(name = "quarkus.smallrye-openapi.path") String path) {
        router.get("/api/v1/openapi").handler(request -> request.reroute(path));
    }
}
