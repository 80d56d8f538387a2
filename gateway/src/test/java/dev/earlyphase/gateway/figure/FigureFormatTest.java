package dev.earlyphase.gateway.figure;

import java.util.List;
import jakarta.ws.rs.core.MediaType;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FigureFormatTest {
    private static final List<MediaType> ANYTHING = List.of(MediaType.WILDCARD_TYPE);

    @Test
    void the_query_parameter_wins_over_the_ending_and_that_over_what_the_client_accepts() {
        var csv = List.of(MediaType.valueOf("text/csv"));

        assertThat(FigureFormat.choose("json", ".svg", csv)).isEqualTo(FigureFormat.JSON);
        assertThat(FigureFormat.choose(null, ".svg", csv)).isEqualTo(FigureFormat.SVG);
        assertThat(FigureFormat.choose(null, "", csv)).isEqualTo(FigureFormat.CSV);
    }

    @Test
    void a_client_that_takes_anything_gets_json() {
        assertThat(FigureFormat.choose(null, "", ANYTHING)).isEqualTo(FigureFormat.JSON);
    }
}
