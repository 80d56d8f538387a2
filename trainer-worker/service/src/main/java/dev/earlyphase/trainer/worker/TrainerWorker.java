package dev.earlyphase.trainer.worker;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The process. SIGTERM means: write checkpoints, release the trials, exit 0. */
@QuarkusMain
public class TrainerWorker implements QuarkusApplication {
    public static void main(String... arguments) {
        Quarkus.run(TrainerWorker.class, arguments);
    }

    @Override
    public int run(String... arguments) {
        Quarkus.waitForExit();
        return 0;
    }
}
