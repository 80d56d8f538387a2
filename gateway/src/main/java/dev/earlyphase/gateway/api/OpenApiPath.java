package dev.earlyphase.gateway.api;

import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Serves the OpenAPI description beside the API as well: as YAML, or with {@code ?format=json} as JSON. */
public class OpenApiPath {
    void add(@Observes Router router, @ConfigProperty(name = "quarkus.smallrye-openapi.path") String path) {
        router.get("/api/v1/openapi").handler(context -> forward(context, path));
    }

    /** A forwarded request keeps its headers, but loses its query. */
    private static void forward(RoutingContext context, String path) {
        if ("json".equals(context.request().getParam("format"))) {
            context.request().headers().set(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        }
        context.reroute(path);
    }
}
