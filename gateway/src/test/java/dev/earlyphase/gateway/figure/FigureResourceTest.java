package dev.earlyphase.gateway.figure;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.AccuracyByDensity;
import dev.earlyphase.contracts.study.AccuracyByDensity.Point;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;
import dev.earlyphase.gateway.testing.TestDatabase;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class FigureResourceTest {
    private static final String STUDY = "fedcba98765432100123";
    private static final String PATH = "/api/v1/studies/" + STUDY + "/figures";
    private static final String FIGURE = PATH + "/accuracy-by-density";

    @Inject
    Orchestration orchestrator;

    @Inject
    TestDatabase database;

    @BeforeEach
    void a_study_of_two_seeds_and_one_level() {
        orchestrator.answers("/studies/" + STUDY, Examples.study(STUDY, StudyView.State.COMPLETED));
        database.execute("truncate study.study cascade");
        database.execute("truncate study.trial cascade");
        database.study(STUDY);
        for (int seed = 0; seed < 2; seed++) {
            var dense = Examples.dense(seed);
            database.trial(STUDY, seed, dense, 0, null, 0.97 + seed * 0.01);
            database.trial(STUDY, 2 + seed, Examples.pruned(dense, dense, "200it"), 1, "200it", 0.96 + seed * 0.01);
        }
    }

    @Test
    void as_json_it_is_a_list_of_points() {
        var figure = when().get(FIGURE).as(AccuracyByDensity.class);

        double std = Math.sqrt(0.5) * 0.01;
        assertThat(figure.study()).isEqualTo(STUDY);
        assertThat(figure.network()).isEqualTo("lenet-300-100");
        assertThat(figure.data()).isEqualTo("MNIST");
        assertThat(figure.complete()).isTrue();
        assertThat(figure.points())
                .usingRecursiveFieldByFieldElementComparator(
                        org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration.builder()
                                .withComparatorForType(new org.assertj.core.util.DoubleComparator(1e-12), Double.class)
                                .build())
                .containsExactly(new Point("200it", 0, 1.0, 0.975, std, 2), new Point("200it", 1, 0.8, 0.965, std, 2));
    }

    @Test
    void as_csv_it_is_a_table() {
        var csv = given().accept("text/csv").get(FIGURE);

        csv.then().statusCode(200).contentType("text/csv;charset=UTF-8");
        assertThat(csv.asString())
                .startsWith("rewind,level,density,accuracy_mean,accuracy_std,seeds,complete\r\n200it,0,1.0,0.975,")
                .hasLineCount(3);
    }

    @Test
    void as_svg_it_is_a_drawing() {
        when().get(FIGURE + ".svg")
                .then()
                .statusCode(200)
                .contentType(startsWith("image/svg+xml"))
                .body(startsWith("<svg"));
    }

    @Test
    void a_trial_that_runs_leaves_it_partial() {
        database.execute("update study.trial set state = 'running', result = null where begin_iteration > 0 and id ="
                + " (select max(id) from study.trial where begin_iteration > 0)");

        var figure = when().get(FIGURE + "?format=json").as(AccuracyByDensity.class);

        assertThat(figure.complete()).isFalse();
        assertThat(figure.points()).extracting(Point::seeds).containsExactly(2, 1);
    }

    @Test
    void the_list_of_figures_leads_to_each_format() {
        var links = when().get(PATH).then().statusCode(200).extract().jsonPath().<String, String>getMap("[0].links");

        assertThat(links).containsOnlyKeys("json", "csv", "svg");
        links.values().forEach(link -> when().get(link).then().statusCode(200));
    }

    @Test
    void what_is_not_there_is_refused() {
        when().get(PATH + "/loss").then().statusCode(404).body("detail", equalTo("There is no figure loss."));
        when().get(FIGURE + ".png").then().statusCode(400).body("errors[0].field", equalTo("figure"));
        when().get(FIGURE + "?format=png").then().statusCode(400).body("errors[0].field", equalTo("format"));
        given().accept("image/png").get(FIGURE).then().statusCode(406);
    }
}
