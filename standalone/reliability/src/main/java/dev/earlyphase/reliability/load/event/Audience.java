package dev.earlyphase.reliability.load.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.reliability.load.crowd.Door;
import dev.earlyphase.reliability.load.crowd.Tally;

/** Many listeners of a few studies that run and change all the while. */
public record Audience(Door door, Home home, int listeners, Duration length) {
    /** Streams are opened one after another, within so long. */
    private static final Duration ARRIVAL = Duration.ofSeconds(5);

    private static final Duration GRACE = Duration.ofSeconds(30);

    private enum End {
        STAYED,
        REFUSED,
        BROKEN
    }

    private record Heard(End end, Listener listener) {}

    /** @param studies that run for at least as long; each has its share of the listeners */
    public Hearing listen(List<String> studies) {
        long end = System.currentTimeMillis() + ARRIVAL.toMillis() + length.toMillis();
        try (var changes = new Changes(home, studies);
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var streams = new ArrayList<Future<Heard>>();
            for (int i = 0; i < listeners; i++) {
                String study = studies.get(i % studies.size());
                streams.add(executor.submit(() -> follow(study, end)));
                Thread.sleep(ARRIVAL.dividedBy(listeners));
            }
            var heard = new ArrayList<Heard>();
            for (Future<Heard> stream : streams) {
                heard.add(await(stream, end + GRACE.toMillis() - System.currentTimeMillis()));
            }
            return hearing(studies.size(), changes.made(), heard);
        } catch (InterruptedException e) {
            throw new Interruption();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** One that is silent past the end hangs. */
    private static Heard await(Future<Heard> stream, long millis) throws InterruptedException, ExecutionException {
        try {
            return stream.get(Math.max(1, millis), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            stream.cancel(true);
            return new Heard(End.BROKEN, new Listener(System.currentTimeMillis()));
        }
    }

    private Heard follow(String study, long end) throws InterruptedException {
        var listener = new Listener(System.currentTimeMillis());
        try {
            HttpResponse<InputStream> response =
                    door.client().send(door.events(study).build(), BodyHandlers.ofInputStream());
            try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                if (response.statusCode() != 200) {
                    return new Heard(
                            response.statusCode() == 429 || response.statusCode() == 503 ? End.REFUSED : End.BROKEN,
                            listener);
                }
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    long now = System.currentTimeMillis();
                    listener.hear(line, now);
                    if (now >= end) {
                        return new Heard(End.STAYED, listener);
                    }
                }
            }
            return new Heard(End.BROKEN, listener);
        } catch (IOException e) {
            return new Heard(End.BROKEN, listener);
        }
    }

    private Hearing hearing(int studies, int changes, List<Heard> heard) {
        return new Hearing(
                listeners,
                studies,
                length,
                count(heard, End.REFUSED),
                count(heard, End.BROKEN),
                changes,
                heard.stream().mapToLong(one -> one.listener().events()).sum(),
                Tally.Times.of(heard.stream()
                        .flatMap(one -> one.listener().delays().stream())
                        .toList()),
                heard.stream()
                        .filter(one -> one.end() == End.STAYED)
                        .mapToLong(one -> one.listener().longestSilence())
                        .max()
                        .orElse(0));
    }

    private static int count(List<Heard> heard, End end) {
        return (int) heard.stream().filter(one -> one.end() == end).count();
    }
}
