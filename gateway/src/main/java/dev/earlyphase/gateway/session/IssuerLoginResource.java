package dev.earlyphase.gateway.session;

import java.net.URI;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.earlyphase.contracts.error.DomainException;

/** To the issuer and back. */
@Path(IssuerLoginResource.PATH)
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Session")
public class IssuerLoginResource {
    static final String PATH = "/api/v1/session";
    private static final String CALLBACK = "/callback";
    private static final int WAIT_SECONDS = 600;

    private final OpenIdConnect issuer;
    private final LoginConfig config;

    IssuerLoginResource(OpenIdConnect issuer, LoginConfig config) {
        this.issuer = issuer;
        this.config = config;
    }

    @GET
    @Path("/ways")
    @SecurityRequirements
    @Operation(summary = "See how one can log in", description = "By an API key always.")
    public Ways ways() {
        return new Ways(issuer.offered());
    }

    @GET
    @Path("/issuer")
    @SecurityRequirements
    @Operation(summary = "Log in at the issuer", description = "Sends the browser there; it comes back by itself.")
    @APIResponse(responseCode = "303", description = "Where the browser goes on")
    public Response begin(
            @Parameter(description = "Where in the page to go on afterwards") @QueryParam("to") String to,
            @Context UriInfo address) {
        var errand = Errand.begin(to);
        return Response.seeOther(issuer.authorization(errand, back(address)))
                .cookie(waiting(errand.text(), WAIT_SECONDS, address))
                .build();
    }

    @GET
    @Path(CALLBACK)
    @SecurityRequirements
    @Operation(summary = "Come back from the issuer", description = "Where the issuer sends the browser.")
    @APIResponse(responseCode = "303", description = "The page")
    public Response callback(
            @Parameter(description = "What the issuer gives the token for") @QueryParam("code") String code,
            @Parameter(description = "As it was sent") @QueryParam("state") String state,
            @Parameter(hidden = true) @CookieParam(Errand.COOKIE) String cookie,
            @Context UriInfo address) {
        var errand = Errand.read(cookie).filter(begun -> begun.state().equals(state));
        if (code == null || errand.isEmpty()) {
            return page("/?login=refused", address).build();
        }
        try {
            String token = issuer.token(code, errand.get(), back(address));
            return page(errand.get().to(), address)
                    .cookie(SessionCookie.holding(token, SessionResource.secure(address)))
                    .build();
        } catch (DomainException failure) {
            return page("/?login=" + (failure instanceof DomainException.Unavailable ? "away" : "refused"), address)
                    .build();
        }
    }

    private Response.ResponseBuilder page(String fragment, UriInfo address) {
        return Response.seeOther(URI.create(base(address) + "#" + fragment.replace(' ', '+')))
                .cookie(waiting("", 0, address));
    }

    private URI back(UriInfo address) {
        return URI.create(base(address) + PATH.substring(1) + CALLBACK);
    }

    /** Ends with a slash. */
    private String base(UriInfo address) {
        return config.publicUrl()
                .orElseGet(() -> address.getBaseUri())
                .toString()
                .replaceAll("/*$", "/");
    }

    /** Sent along when the issuer sends the browser back, which is another site. */
    private static NewCookie waiting(String text, int seconds, UriInfo address) {
        return new NewCookie.Builder(Errand.COOKIE)
                .value(text)
                .path(PATH)
                .maxAge(seconds)
                .httpOnly(true)
                .secure(SessionResource.secure(address))
                .sameSite(SameSite.LAX)
                .build();
    }
}
