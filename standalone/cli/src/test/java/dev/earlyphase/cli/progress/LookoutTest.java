package dev.earlyphase.cli.progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.cli.api.Gateway;
import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.api.Token;
import dev.earlyphase.cli.testing.FakeGateway;
import dev.earlyphase.cli.testing.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class LookoutTest {
    private static final String STUDY = "GET /api/v1/studies/" + Samples.STUDY;
    private static final String RUNNING = STUDY + "/trials?state=running&limit=500";
    private static final String COMPLETED = STUDY + "/trials?state=completed&limit=500";
    private static final String ROLE = "\"role\":{\"seed\":1,\"level\":2,\"rewind\":\"200it\"},";

    private final FakeGateway gateway = new FakeGateway().on(STUDY, 200, Samples.study("running", 1, "\"running\":1"));
    private final Studies studies = new Gateway(gateway.url(), Token.NONE).studies();

    @AfterEach
    void closeGateway() {
        gateway.close();
    }

    @Test
    void the_last_accuracy_is_that_of_the_trial_which_ended_last_before_the_first_look() {
        gateway.on(RUNNING, 200, Samples.page())
                .on(COMPLETED, 200, Samples.page(ended("a", "10:00", 0.97, ROLE), ended("b", "09:00", 0.5, ROLE)));

        Look look = new Lookout(studies, true).look(Samples.STUDY);

        assertThat(look.last()).get().extracting(Look.Ended::accuracy).isEqualTo(0.97);
    }

    @Test
    void a_trial_that_runs_no_more_is_asked_for_its_accuracy_and_keeps_its_name() {
        gateway.on(COMPLETED, 200, Samples.page())
                .on(RUNNING, 200, Samples.page(ended("c", "11:00", 0.98, ROLE).replace("completed", "running")))
                .on(RUNNING, 200, Samples.page())
                .on("GET /api/v1/trials/" + "c".repeat(64), 200, ended("c", "11:00", 0.98, ""));
        var lookout = new Lookout(studies, true);
        lookout.look(Samples.STUDY);

        Look look = lookout.look(Samples.STUDY);

        assertThat(look.running()).isEmpty();
        assertThat(look.last()).get().extracting(Look.Ended::trial).isEqualTo("level 2, seed 1, 200it");
    }

    @Test
    void trials_that_nobody_wants_to_see_are_not_asked_for() {
        new Lookout(studies, false).look(Samples.STUDY);

        assertThat(gateway.requests()).containsExactly(STUDY);
    }

    private static String ended(String digit, String time, double accuracy, String role) {
        return """
                {"id":"%s","state":"completed",%s"attempts":1,"iteration":100,"beginIteration":0,"endIteration":100,
                 "ended":"2026-11-25T%s:00Z","parents":[],
                 "result":{"iteration":100,"testAccuracy":%s,"seconds":1,"iterationsRun":100,"weightsSha256":"ab",
                           "survivors":80,"prunable":100}}""".formatted(digit.repeat(64), role, time, accuracy);
    }
}
