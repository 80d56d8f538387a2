package dev.earlyphase.launcher;

/**
 * The keys by which the services of one home know their callers. Holds secrets: {@link #toString()} leaves them out.
 *
 * @param operator the command line's API key
 * @param worker the workers' API key
 * @param gateway the secret by which the orchestrator knows the gateway
 */
public record AccessKeys(String operator, String worker, String gateway) {
    @Override
    public String toString() {
        return "AccessKeys[hidden]";
    }
}
