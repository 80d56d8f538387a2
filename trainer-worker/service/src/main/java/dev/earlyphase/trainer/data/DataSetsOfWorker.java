package dev.earlyphase.trainer.data;

import java.util.concurrent.TimeUnit;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.earlyphase.core.data.DataSets;
import dev.earlyphase.core.data.Progress;
import dev.earlyphase.trainer.config.WorkerConfig;

/** Makes the data sets, held once and shared by all slots. */
@Singleton
final class DataSetsOfWorker {
    private static final Logger LOG = Logger.getLogger(DataSetsOfWorker.class);

    @Produces
    @Singleton
    DataSets dataSets(WorkerConfig config) {
        return new DataSets(config.data(), config.cache(), logged());
    }

    /** A line every few seconds. */
    private static Progress logged() {
        long every = TimeUnit.SECONDS.toNanos(5);
        return new Progress() {
            private long last = System.nanoTime() - every;

            @Override
            public synchronized void at(String what, long done, long total) {
                if (System.nanoTime() - last >= every) {
                    last = System.nanoTime();
                    LOG.infof("Loading %s: %,d of %s bytes", what, done, total < 0 ? "?" : "%,d".formatted(total));
                }
            }
        };
    }
}
