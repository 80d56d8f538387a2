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
    /** Which engine computes: {@code auto} (default) takes the fastest that loads; or {@code torch}, {@code dl4j}. */
    @WithDefault("auto")
    String engine();

    /**
     * What it computes on: {@code auto} (default) takes a GPU where the build and the machine have one, else the
     * processor; with {@code gpu} a worker that finds none refuses to start.
     */
    @WithDefault("auto")
    String device();

    /** A folder with data sets; what it lacks is downloaded into the cache. */
    Optional<Path> data();

    /** A folder to write downloads and converted data sets to. */
    @WithDefault(".earlyphase/cache")
    Path cache();

    Access access();

    Orchestrator orchestrator();

    S3 s3();

    Worker worker();

    /** How this worker shows itself. */
    interface Access {
        /** The workers' API key; without it the worker does not start. */
        Optional<String> workerKey();
    }

    /** Where trials are claimed. */
    interface Orchestrator {
        /** Where the orchestrator is. */
        @WithDefault("http://127.0.0.1:8081")
        String url();

        /** How long one call to the orchestrator may take. */
        @WithDefault("10s")
        Duration limit();
    }

    /** The object store: MinIO or any other that speaks S3. */
    interface S3 {
        /** Where the services find the object store. */
        @WithDefault("http://127.0.0.1:19000")
        String endpoint();

        /** As whom the services come to the object store. */
        String accessKey();

        /** The secret that belongs to the access key. */
        String secretKey();

        /** In which checkpoints and masks lie. */
        @WithDefault("earlyphase")
        String bucket();

        /** The object store's; most have but one. */
        @WithDefault("us-east-1")
        String region();

        /** How long a failing call to the object store is tried again before the attempt fails. */
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

        /** Threads that prepare batches for each slot; weights do not depend on it. Default: a quarter of the cores, 1 to 4. */
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
