package dev.earlyphase.cli.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.earlyphase.contracts.study.AttemptView;
import dev.earlyphase.contracts.study.TrialView;

/** Calls on trials; the gateway takes any beginning of an id that fits one trial only. */
public record Trials(Gateway gateway) {
    /** When the weights at an iteration were stored. */
    public record Checkpoint(int iteration, Instant at) {}

    public TrialView read(String id) {
        return Json.read(gateway.get("trials/" + Gateway.encoded(id)), TrialView.class);
    }

    /** Has a completed trial trained again, so that its weights can be compared. */
    public TrialView replay(String id) {
        return Json.read(gateway.post("trials/" + Gateway.encoded(id) + "/replay"), TrialView.class);
    }

    public TrialView retry(String id) {
        return Json.read(gateway.post("trials/" + Gateway.encoded(id) + "/retry"), TrialView.class);
    }

    /** The oldest first. */
    public List<AttemptView> attempts(String id) {
        return List.of(Json.read(gateway.get("trials/" + Gateway.encoded(id) + "/attempts"), AttemptView[].class));
    }

    /** What its worker put down about an attempt; empty where there is nothing of that. */
    public Optional<String> log(String id, int attempt) {
        return gateway.find("trials/" + Gateway.encoded(id) + "/attempts/" + attempt + "/log");
    }

    public List<Checkpoint> checkpoints(String id) {
        return Arrays.asList(
                Json.read(gateway.get("trials/" + Gateway.encoded(id) + "/checkpoints"), Checkpoint[].class));
    }
}
