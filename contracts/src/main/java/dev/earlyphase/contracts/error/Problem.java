package dev.earlyphase.contracts.error;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Problem details (RFC 9457), served as {@code application/problem+json}.
 *
 * @param detail what happened this time
 * @param errors the fields at fault; left out when there are none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(DomainException exception) {
        return of(exception.kind(), exception.getMessage(), exception.fields());
    }

    public static Problem of(ErrorKind kind, String detail, List<FieldError> errors) {
        return new Problem(kind.type(), kind.title(), kind.status(), detail, errors);
    }
}
