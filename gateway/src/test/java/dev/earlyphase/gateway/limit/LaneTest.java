package dev.earlyphase.gateway.limit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LaneTest {
    @ParameterizedTest
    @CsvSource({
        "/api/v1/studies/abc/archive,,",
        "/api/v1/studies/abc/telemetry.csv,,",
        "/api/v1/studies/abc/figures/figure-1.parquet,,",
        "/api/v1/studies/abc/telemetry,from=0&format=csv,",
        "/api/v1/trials/abc/telemetry,,text/csv"
    })
    void files_that_are_made_while_they_are_sent_have_a_lane_of_their_own(String path, String query, String accept) {
        assertThat(Lane.of(path, query, accept)).contains(Lane.DOWNLOADS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/studies", "/api/v1/studies/abc/figures/figure-1.json", "/api/v1/trials/abc/graph"})
    void everything_else_of_the_api_shares_one(String path) {
        assertThat(Lane.of(path, null, "application/json")).contains(Lane.REQUESTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/ready", "/app/main.js", "/", "/api/v1/studies/abc/events"})
    void health_the_page_and_what_lasts_are_in_none(String path) {
        assertThat(Lane.of(path, null, null)).isEmpty();
    }

    @Test
    void a_format_in_the_middle_of_a_word_is_none() {
        assertThat(Lane.of("/api/v1/studies", "text=format=csvs", null)).contains(Lane.REQUESTS);
    }
}
