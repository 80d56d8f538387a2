package dev.earlyphase.trainer.worker;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;
import sun.misc.Signal;

import dev.earlyphase.contracts.setting.RequiredSettings;

/** The process. SIGTERM means: write checkpoints, release the trials, exit 0. */
@QuarkusMain
public class TrainerWorker implements QuarkusApplication {
    private static final RequiredSettings REQUIRED = RequiredSettings.of(
            "trainer-worker", "earlyphase.s3.access-key", "earlyphase.s3.secret-key", "earlyphase.access.worker-key");
    private static final int WRONG_USE = 2;

    public static void main(String... arguments) {
        REQUIRED.missing(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class))
                .ifPresent(missing -> {
                    System.err.println(missing);
                    System.exit(WRONG_USE);
                });
        Quarkus.run(TrainerWorker.class, arguments);
    }

    @Override
    public int run(String... arguments) {
        // The JVM's own reaction would end in exit code 143, which a cluster takes for a failure.
        Signal.handle(new Signal("TERM"), signal -> Quarkus.asyncExit(0));
        Quarkus.waitForExit();
        return 0;
    }
}
