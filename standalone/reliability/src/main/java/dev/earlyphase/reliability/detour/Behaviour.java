package dev.earlyphase.reliability.detour;

import java.time.Duration;

/** What a detour does to what passes. */
public sealed interface Behaviour {
    Behaviour PASSING = new Passing();

    /** Nothing. */
    record Passing() implements Behaviour {}

    /** Connections are closed as soon as they are made, and so are those that are open. */
    record Refusing() implements Behaviour {}

    /** Each piece waits before it goes on. */
    record Slow(Duration delay) implements Behaviour {}

    /** Requests in HTTP do not reach the server and are answered with a status, such as 503. */
    record Answering(int status) implements Behaviour {}

    /** Answers in HTTP end in the midst of their body. */
    record Truncating() implements Behaviour {}

    /** One bit of each piece of an answer's body in HTTP is another. */
    record Corrupting() implements Behaviour {}
}
