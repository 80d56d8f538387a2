package dev.earlyphase.reliability.detour;

/** What a process of the stack connects to. */
public enum Server {
    KAFKA,
    POSTGRES,
    STORE,
    ORCHESTRATOR
}
