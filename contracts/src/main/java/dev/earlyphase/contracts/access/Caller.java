package dev.earlyphase.contracts.access;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;

/**
 * Who asks. The gateway tells the orchestrator by two headers, the name percent-encoded.
 *
 * @param user 1 to 200 characters, none of them a control character
 */
public record Caller(String user, Role role) {
    public static final String USER_HEADER = "Earlyphase-User";
    public static final String ROLE_HEADER = "Earlyphase-Role";
    private static final int LONGEST = 200;

    public Caller {
        Check.that(isName(user), "user", user, "1 to " + LONGEST + " characters without control characters");
        Check.given(role, "role", "a role");
    }

    /** From the values of the two headers. */
    public static Caller of(String userHeader, String roleHeader) {
        Check.given(userHeader, USER_HEADER, "the name of the user");
        Check.given(roleHeader, ROLE_HEADER, "a role");
        return new Caller(decoded(userHeader), Role.parse(roleHeader));
    }

    public String userHeader() {
        return URLEncoder.encode(user, StandardCharsets.UTF_8);
    }

    /** Whether they may end what belongs to {@code owner}. */
    public boolean mayEnd(String owner) {
        return role.includes(Role.OPERATOR) || role.includes(Role.RESEARCHER) && user.equals(owner);
    }

    private static String decoded(String userHeader) {
        try {
            return URLDecoder.decode(userHeader, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            throw new Invalid(USER_HEADER, userHeader, "the name of the user, percent-encoded");
        }
    }

    private static boolean isName(String user) {
        return user != null
                && !user.isBlank()
                && user.length() <= LONGEST
                && Check.isStorable(user)
                && user.chars().noneMatch(Character::isISOControl);
    }
}
