package dev.earlyphase.cli.testing;

/** JSON as the gateway sends it. */
public final class Samples {
    public static final String STUDY = "0123456789abcdef0123";

    private Samples() {}

    /** @param trials such as {@code "completed":2} */
    public static String study(String state, int ended, String trials) {
        return study(STUDY, state, ended, trials);
    }

    public static String study(String id, String state, int ended, String trials) {
        return """
                {"id":"%s","name":"tickets","recipe":"imp-rewinding","state":"%s","submitted":"2026-11-22T10:00:00Z",
                 "trials":{%s},
                 "progress":{"ended":%d,"of":2,"iterations":%d,"ofIterations":200,"iterationsPerSecond":50.0,
                             "secondsLeft":2.0},
                 "laterMember":true}""".formatted(id, state, trials, ended, 100 * ended);
    }

    public static String page(String... items) {
        return "{\"items\":[" + String.join(",", items) + "]}";
    }

    public static String trial(String state, String reason) {
        return """
                {"id":"%s","state":"%s","reason":"%s","attempts":1,"iteration":0,"beginIteration":0,"endIteration":100,
                 "parents":[]}""".formatted("ab".repeat(32), state, reason);
    }

    public static String figure() {
        return """
                {"study":"%s","figure":"accuracy-by-density","name":"tickets","network":"lenet-300-100","data":"MNIST",
                 "complete":true,"points":[
                  {"rewind":"0it","level":0,"density":1.0,"accuracyMean":0.9762,"accuracyStd":0.001,"seeds":2},
                  {"rewind":"0it","level":1,"density":0.8,"accuracyMean":0.975,"accuracyStd":0.0021,"seeds":2},
                  {"rewind":"200it","level":0,"density":1.0,"accuracyMean":0.9762,"accuracyStd":0.001,"seeds":2}]}""".formatted(STUDY);
    }
}
