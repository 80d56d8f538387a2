package dev.earlyphase.reliability.load.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import dev.earlyphase.cli.home.Home;
import dev.earlyphase.reliability.load.fill.Bulk;

/** Changes studies in the database, each every second or two, at no regular moment. */
final class Changes implements AutoCloseable {
    private static final int LEAST_MILLIS = 1_000;
    private static final int MOST_MILLIS = 2_000;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final Thread thread;
    private volatile boolean stopped;
    private volatile int made;
    private volatile SQLException failure;

    Changes(Home home, List<String> studies) {
        thread = Thread.ofVirtual().start(() -> change(home, studies));
    }

    /** How many there have been. */
    int made() {
        return made;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw new IllegalStateException("studies could not be changed", failure);
        }
    }

    private void change(Home home, List<String> studies) {
        var random = new Random(1);
        try (Connection connection = Bulk.connect(home);
                var update = connection.prepareStatement("update study.study set name = ? where id = ?")) {
            while (!stopped) {
                for (String study : studies) {
                    Thread.sleep(random.nextInt(LEAST_MILLIS, MOST_MILLIS) / studies.size());
                    update.setString(1, new Change(System.currentTimeMillis()).studyName());
                    update.setString(2, study);
                    update.executeUpdate();
                    made++;
                }
            }
        } catch (SQLException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
