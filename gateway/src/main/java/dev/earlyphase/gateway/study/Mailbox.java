package dev.earlyphase.gateway.study;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Holds the latest news for one listener: who is slow misses what has been overtaken, and nothing piles up. */
final class Mailbox {
    private final BlockingQueue<News> latest = new ArrayBlockingQueue<>(1);

    /** Never waits. Only one puts; what is the last stays. */
    void put(News news) {
        while (!latest.offer(news)) {
            latest.poll();
        }
    }

    /** Null where nothing has come in so long. */
    News take(Duration longest) throws InterruptedException {
        return latest.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
