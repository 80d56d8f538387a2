package dev.earlyphase.gateway.format;

import java.util.regex.Pattern;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets a table be named with the ending of a file: {@code /telemetry.csv} is {@code /telemetry?format=csv}. */
public class Ending {
    private static final Pattern TABLE = Pattern.compile(
            "(/api/v1/(?:studies|trials)/[^/]+/(?:telemetry|evaluations|measurements|statistics))\\.([a-z]+)");
    private static final String PARAMETER = "format";

    @ServerRequestFilter(preMatching = true)
    void strip(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        var named = TABLE.matcher(uri.getRequestUri().getRawPath());
        if (named.matches()) {
            var without = uri.getRequestUriBuilder().replacePath(named.group(1));
            request.setRequestUri(
                    uri.getQueryParameters().containsKey(PARAMETER)
                            ? without.build()
                            : without.queryParam(PARAMETER, named.group(2)).build());
        }
    }
}
