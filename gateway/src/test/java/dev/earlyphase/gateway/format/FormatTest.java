package dev.earlyphase.gateway.format;

import java.util.List;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.MediaType;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FormatTest {
    private static final List<Format> OFFERED = List.of(Format.JSON, Format.CSV, Format.PARQUET);

    @Test
    void the_query_parameter_wins_over_what_the_client_accepts() {
        var csv = List.of(MediaType.valueOf("text/csv"));

        assertThat(Format.choose("json", csv, OFFERED)).isEqualTo(Format.JSON);
        assertThat(Format.choose(null, csv, OFFERED)).isEqualTo(Format.CSV);
    }

    @Test
    void a_client_that_takes_anything_gets_the_usual_one() {
        var anything = List.of(MediaType.WILDCARD_TYPE);

        assertThat(Format.choose(null, anything, OFFERED)).isEqualTo(Format.JSON);
        assertThat(Format.choose(null, anything, OFFERED.reversed())).isEqualTo(Format.PARQUET);
    }

    @Test
    void what_is_not_offered_is_refused() {
        var svg = List.of(MediaType.valueOf("image/svg+xml"));

        assertThatThrownBy(() -> Format.choose("svg", svg, OFFERED))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("json, csv or parquet");
        assertThatThrownBy(() -> Format.choose(null, svg, OFFERED)).isInstanceOf(NotAcceptableException.class);
    }
}
