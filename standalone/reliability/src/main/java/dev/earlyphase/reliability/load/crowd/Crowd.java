package dev.earlyphase.reliability.load.crowd;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

import dev.earlyphase.cli.exit.Interruption;

/**
 * So many clients, each of which asks, takes in the answer and pauses.
 *
 * @param pause between an answer and the next request of the same client, on average; none for a flood
 */
public record Crowd(Door door, int clients, Duration length, Duration pause) {
    private static final String PROBLEM = "application/problem+json";

    /** Returns when all have been answered that asked within the length. */
    public Tally ask(Scenario scenario) {
        long end = System.nanoTime() + length.toNanos();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var clientsAnswers = new ArrayList<Future<List<Answer>>>();
            for (int client = 0; client < clients; client++) {
                var random = new Random(client);
                clientsAnswers.add(executor.submit(() -> askUntil(end, scenario, random)));
            }
            var answers = new ArrayList<Answer>();
            for (Future<List<Answer>> one : clientsAnswers) {
                answers.addAll(one.get());
            }
            return Tally.of(scenario, clients, length, answers);
        } catch (InterruptedException e) {
            throw new Interruption();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The first request comes at any time within a pause, so that they do not all come at once. */
    private List<Answer> askUntil(long end, Scenario scenario, RandomGenerator random) throws InterruptedException {
        var answers = new ArrayList<Answer>();
        Thread.sleep(random.nextLong(pause.toMillis() + 1));
        while (System.nanoTime() < end) {
            answers.add(ask(scenario.question().path(random)));
            Thread.sleep(random.nextLong(2 * pause.toMillis() + 1));
        }
        return answers;
    }

    private Answer ask(String path) throws InterruptedException {
        long began = System.nanoTime();
        try {
            HttpResponse<Void> response =
                    door.client().send(door.request(path).GET().build(), BodyHandlers.discarding());
            double millis = (System.nanoTime() - began) / 1e6;
            return new Answer(response.statusCode(), millis, isWellRefused(response), null);
        } catch (IOException e) {
            return new Answer(0, (System.nanoTime() - began) / 1e6, false, path + ": " + e);
        }
    }

    private static boolean isWellRefused(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").isPresent()
                && response.headers()
                        .firstValue("Content-Type")
                        .filter(type -> type.startsWith(PROBLEM))
                        .isPresent();
    }
}
