package dev.earlyphase.gateway.figure;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.figure.Point.Sample;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.ParquetTable;
import dev.earlyphase.gateway.testing.Stack;
import dev.earlyphase.gateway.testing.TestDatabase;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class FigureResourceTest {
    private static final String STUDY = "fedcba98765432100123";
    private static final String PATH = "/api/v1/studies/" + STUDY + "/figures";
    private static final String FIGURE = PATH + "/figure-1";

    @Inject
    Orchestration orchestrator;

    @Inject
    TestDatabase database;

    @BeforeEach
    void a_study_of_two_seeds_and_one_level() {
        orchestrator.answers("/studies/" + STUDY, Examples.study(STUDY, StudyView.State.COMPLETED));
        database.clear();
        database.study(STUDY);
        for (int seed = 0; seed < 2; seed++) {
            var dense = Examples.dense(seed);
            database.trial(STUDY, seed, dense, 0, null, 0.97 + seed * 0.01);
            database.trial(STUDY, 2 + seed, Examples.pruned(dense, dense, "200it"), 1, "200it", 0.96 + seed * 0.01);
        }
    }

    @Test
    void as_json_it_is_panels_of_curves_of_points() {
        var figure = when().get(FIGURE).as(Figure.class);

        assertThat(figure.study()).isEqualTo(STUDY);
        assertThat(figure.network()).isEqualTo("lenet-300-100");
        assertThat(figure.data()).isEqualTo("MNIST");
        assertThat(figure.complete()).isTrue();
        assertThat(figure.seeds()).isEqualTo(2);
        var points = figure.panels().getFirst().curves().getFirst().points();
        assertThat(points).extracting(Point::x, Point::count).containsExactly(tuple(1.0, 2), tuple(0.8, 2));
        assertThat(points.get(1).mean()).isCloseTo(0.965, within(1e-12));
        assertThat(points.get(1).std()).isCloseTo(Math.sqrt(0.5) * 0.01, within(1e-12));
        assertThat(points.get(1).samples()).isNull();
    }

    @Test
    void each_seed_comes_when_it_is_asked_for() {
        var figure = when().get(FIGURE + "?seeds=true").as(Figure.class);

        var samples = figure.panels()
                .getFirst()
                .curves()
                .getFirst()
                .points()
                .getFirst()
                .samples();
        assertThat(samples)
                .extracting(Sample::seed, Sample::trial, Sample::iteration)
                .containsExactly(
                        tuple(0L, Examples.dense(0).id().value(), 4 * 469),
                        tuple(1L, Examples.dense(1).id().value(), 4 * 469));
    }

    @Test
    void as_csv_it_is_a_table() {
        var csv = given().accept("text/csv").get(FIGURE);

        csv.then().statusCode(200).contentType("text/csv;charset=UTF-8");
        assertThat(csv.asString())
                .startsWith("figure,panel,curve,x,mean,std,count,seed,value,trial,iteration,complete\r\n"
                        + "figure-1,Iterative magnitude pruning,rewound to 200it,1.0,0.975,")
                .hasLineCount(1 + 2 * 2 + 2 * 2);
    }

    @Test
    void as_parquet_it_is_the_same_table_with_types() throws Exception {
        var parquet = when().get(FIGURE + ".parquet");

        parquet.then().statusCode(200).contentType("application/vnd.apache.parquet");
        var table = ParquetTable.read(parquet.asByteArray());
        assertThat(String.join(",", table.types().keySet()))
                .isEqualTo(when().get(FIGURE + ".csv")
                        .asString()
                        .lines()
                        .findFirst()
                        .orElseThrow());
        assertThat(table.rows()).hasSize(2 * 2 + 2 * 2);
        assertThat(table.rows().getFirst())
                .containsEntry("curve", "rewound to 200it")
                .containsEntry("x", 1.0)
                .containsEntry("seed", 0L)
                .containsEntry("value", 0.97)
                .containsEntry("complete", true);
    }

    @Test
    void as_svg_and_png_it_is_a_drawing() {
        when().get(FIGURE + ".svg?seeds=true")
                .then()
                .statusCode(200)
                .contentType(startsWith("image/svg+xml"))
                .body(startsWith("<svg"));
        var png = when().get(FIGURE + ".png");
        png.then().statusCode(200).contentType("image/png");
        assertThat(png.asByteArray()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void a_trial_that_runs_leaves_it_partial() {
        database.execute("update study.trial set state = 'running', result = null where begin_iteration > 0 and id ="
                + " (select max(id) from study.trial where begin_iteration > 0)");

        var figure = when().get(FIGURE + "?format=json").as(Figure.class);

        assertThat(figure.complete()).isFalse();
        assertThat(figure.panels().getFirst().curves().getFirst().points())
                .extracting(Point::count)
                .containsExactly(2, 1);
    }

    @Test
    void the_list_of_figures_leads_to_each_format() {
        var list = when().get(PATH).then().statusCode(200).extract().jsonPath();

        assertThat(list.getList("figure", String.class)).containsExactly("figure-1", "figure-2", "figure-3");
        for (int i = 0; i < 3; i++) {
            var links = list.<String, String>getMap("[" + i + "].links");
            assertThat(links).containsOnlyKeys("json", "csv", "parquet", "svg", "png");
            links.values().forEach(link -> when().get(link).then().statusCode(200));
        }
    }

    @Test
    void what_is_not_there_is_refused() {
        when().get(PATH + "/loss")
                .then()
                .statusCode(404)
                .body("detail", containsString("it has figure-1, figure-2, figure-3"));
        when().get(PATH + "/figure-8.svg").then().statusCode(404);
        when().get(FIGURE + ".pdf").then().statusCode(400).body("errors[0].field", equalTo("figure"));
        when().get(FIGURE + "?format=pdf").then().statusCode(400).body("errors[0].field", equalTo("format"));
        when().get(FIGURE + "?seeds=1").then().statusCode(400).body("errors[0].field", equalTo("seeds"));
        given().accept("image/gif").get(FIGURE).then().statusCode(406);
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }
}
