package dev.earlyphase.trainer.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** All settings of a worker; each key can be given by environment, for example {@code EARLYPHASE_KAFKA}. */
@ConfigMapping(prefix = "earlyphase")
public interface WorkerConfig {
    /** Kafka's bootstrap servers. */
    @WithDefault("127.0.0.1:19092")
    String kafka();

    /** Which engine computes: {@code auto} (default) takes the fastest that loads; or {@code torch}, {@code dl4j}. */
    @WithDefault("auto")
    String engine();

    /** A folder with data sets; what it lacks is downloaded into the cache. */
    Optional<Path> data();

    /** A folder to write downloads and converted data sets to. */
    @WithDefault(".earlyphase/cache")
    Path cache();

    Orchestrator orchestrator();

    S3 s3();

    Worker worker();

    /** Where trials are claimed. */
    interface Orchestrator {
        @WithDefault("http://127.0.0.1:8081")
        String url();

        /** How long one call may take. */
        @WithDefault("10s")
        Duration limit();
    }

    /** The object store: MinIO or any other that speaks S3. */
    interface S3 {
        @WithDefault("http://127.0.0.1:19000")
        String endpoint();

        String accessKey();

        String secretKey();

        @WithDefault("earlyphase")
        String bucket();

        @WithDefault("us-east-1")
        String region();

        /** How long a failing call is tried again before the attempt fails. */
        @WithDefault("60s")
        Duration patience();
    }

    /** This process. */
    interface Worker {
        /** Its name in logs and leases; default: host and process id. */
        Optional<String> name();

        /** How many trials it runs at once. */
        @WithDefault("1")
        int slots();

        /** Threads that prepare batches for each slot; weights do not depend on it. Default: as many as are usual. */
        OptionalInt batchThreads();

        /** How often leases are renewed; well below the orchestrator's lease. */
        @WithDefault("2s")
        Duration heartbeat();

        /** How often a checkpoint for resuming is written while no other falls due. */
        @WithDefault("30s")
        Duration recovery();

        /**
         * A folder of this worker alone that outlives its process: there it notes what it trains, and there the JVM must
         * write its crash log, by {@code -XX:ErrorFile=FOLDER/hs_err_%p.log}. The next process that starts with the
         * folder reports what became of the trials. Without it they wait for their leases to run out.
         */
        Optional<Path> crashes();

        /**
         * For benchmarks of the platform alone: each trial waits so long instead of being trained. Its result says
         * nothing, its provenance names the engine {@code waiting}, and the orchestrator gives such a worker no trial
         * unless it is told to.
         */
        Optional<Duration> waiting();

        /** After being asked to stop: how long running attempts have to write a checkpoint. */
        @WithDefault("25s")
        Duration grace();
    }
}
