package dev.earlyphase.cli.testing;

/** JSON as the gateway sends it. */
public final class Samples {
    public static final String STUDY = "0123456789abcdef0123";
    public static final String TRIAL = "ab".repeat(32);

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
                 "parents":[]}""".formatted(TRIAL, state, reason);
    }

    /** A completed trial of a study, known by one digit. */
    public static String trial(String digit, int level, String rewind) {
        return """
                {"id":"%s","state":"completed","role":{"seed":1,"level":%d,"rewind":%s},"attempts":1,"iteration":100,
                 "beginIteration":0,"endIteration":100,"parents":[]}""".formatted(digit.repeat(64), level, rewind == null ? "null" : '"' + rewind + '"');
    }

    /**
     * A trial that is trained again.
     *
     * @param verification such as {@code "expected":"aa","actual":"ab","equal":false}; empty before there is any
     */
    public static String repeated(String state, int iteration, String verification) {
        return """
                {"id":"%s","state":"%s","attempts":2,"iteration":%d,"beginIteration":0,"endIteration":1876,
                 "iterationsPerSecond":100.0,"parents":[],"verification":%s}""".formatted(TRIAL, state, iteration, verification.isEmpty() ? "null" : "{" + verification + "}");
    }

    public static String figures() {
        return """
                [{"figure":"figure-1","title":"Accuracy by rewinding point","links":{}},
                 {"figure":"figure-3","title":"The first iterations","links":{}}]""";
    }

    /** Figure 1 with the values of each seed: two rewinding points, of which the second has no level 1 yet. */
    public static String figure() {
        return """
                {"study":"%s","figure":"figure-1","title":"Accuracy by rewinding point","name":"tickets",
                 "network":"lenet-300-100","data":"MNIST","complete":true,"seeds":2,"panels":[
                  {"title":"Iterative magnitude pruning",
                   "x":{"name":"Weights remaining (%%)","scale":"log-falling","percent":true},
                   "y":{"name":"Test accuracy (%%)","scale":"linear","percent":true},
                   "curves":[
                    {"name":"rewound to 0it","kind":"curve","points":[%s,%s]},
                    {"name":"rewound to 200it","kind":"curve","points":[%s,%s]},
                    {"name":"dense","kind":"reference","points":[%s]}]}],
                 "facts":[{"name":"Best ticket","value":"97.5 %%","paper":"98 %%","trials":[]}]}""".formatted(
                        STUDY,
                        point(1.0, 0.9762, 0.001, "a"),
                        point(0.8, 0.975, 0.0021, "b"),
                        point(1.0, 0.9762, 0.001, "a"),
                        point(0.64, 0.97, 0.0, "c"),
                        point(1.0, 0.9762, 0.001, "a"));
    }

    private static String point(double x, double mean, double std, String digit) {
        return """
                {"x":%1$s,"mean":%2$s,"std":%3$s,"count":2,"samples":[
                 {"seed":1,"value":%2$s,"trial":"%4$s","iteration":100},
                 {"seed":2,"value":%2$s,"trial":"%4$s","iteration":100}]}""".formatted(x, mean, std, digit.repeat(64));
    }
}
