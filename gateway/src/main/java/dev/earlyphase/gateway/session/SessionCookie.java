package dev.earlyphase.gateway.session;

import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * The token of a browser that is logged in, in a cookie which scripts cannot read and other sites cannot send. A request
 * of the page that brings it counts as one that brings the token as bearer.
 */
public final class SessionCookie {
    public static final String NAME = "earlyphase-session";

    private static final String API = "/api/";
    private static final String SESSION = "/api/v1/session";
    private static final String FETCH_SITE = "Sec-Fetch-Site";
    /** Before the filters of authentication, at 200. */
    private static final int FIRST = 300;

    void register(@Observes Filters filters) {
        filters.register(SessionCookie::lift, FIRST);
    }

    /** @param secure whether the page came by HTTPS; then the cookie goes nowhere without it */
    static NewCookie holding(String token, boolean secure) {
        return cookie(token, NewCookie.DEFAULT_MAX_AGE, secure);
    }

    /** Takes the cookie away. */
    static NewCookie none(boolean secure) {
        return cookie("", 0, secure);
    }

    private static NewCookie cookie(String value, int seconds, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.STRICT)
                .build();
    }

    private static void lift(RoutingContext context) {
        HttpServerRequest request = context.request();
        Cookie cookie = request.getCookie(NAME);
        if (cookie != null && !request.headers().contains(HttpHeaders.AUTHORIZATION) && counts(request)) {
            request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + cookie.getValue());
        }
        context.next();
    }

    /** Not where one logs in or out, which must work with a cookie that has expired too. */
    private static boolean counts(HttpServerRequest request) {
        String path = request.path();
        boolean read = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        boolean session = path.startsWith(SESSION + "/") || path.equals(SESSION) && !read;
        return path.startsWith(API) && !session && (read || ownPage(request));
    }

    /** Browsers send SameSite=Strict cookies for neighbours on the same site too; only this page may change things. */
    private static boolean ownPage(HttpServerRequest request) {
        String site = request.getHeader(FETCH_SITE);
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin != null && origin.endsWith("://" + request.getHeader(HttpHeaders.HOST));
    }
}
