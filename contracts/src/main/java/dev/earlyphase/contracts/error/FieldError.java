package dev.earlyphase.contracts.error;

/**
 * One field that was not as it must be.
 *
 * @param field path of the field, for example {@code training.milestones[1]}
 * @param value what was given, as text
 * @param allowed what would have been accepted, as a sentence fragment
 */
public record FieldError(String field, String value, String allowed) {
    @Override
    public String toString() {
        return field + ": got " + value + "; allowed: " + allowed;
    }
}
