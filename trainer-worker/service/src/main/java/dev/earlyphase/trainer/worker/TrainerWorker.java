package dev.earlyphase.trainer.worker;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import sun.misc.Signal;

/** The process. SIGTERM means: write checkpoints, release the trials, exit 0. */
@QuarkusMain
public class TrainerWorker implements QuarkusApplication {
    public static void main(String... arguments) {
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
