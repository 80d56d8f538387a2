package dev.earlyphase.cli;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.cli.testing.CommandRun;
import dev.earlyphase.cli.testing.FakeGateway;

import static org.assertj.core.api.Assertions.assertThat;

class QuotaTest {
    private final FakeGateway gateway = new FakeGateway().on("GET /api/v1/quota", 200, """
            {"user": "ann", "runningTrials": {"used": 2, "limit": 8}, "queuedTrials": {"used": 1200},
             "keptBytes": {"used": 1200000000, "limit": 5000000000}}""");

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void what_one_has_stands_beside_what_one_may_have() {
        CommandRun run = CommandRun.of(
                Main.commandLine(), "quota", "--url", gateway.url().toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("QUOTA OF ann")
                .containsPattern("trials at work +2 +8")
                .containsPattern("trials queued +1,200 +none")
                .containsPattern("kept +1.2 GB +5.0 GB");
    }
}
