package dev.earlyphase.gateway.database;

import java.time.Duration;
import java.util.Arrays;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.gateway.testing.Stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class DatabaseTest {
    @Inject
    Database database;

    @Test
    void what_is_not_a_finite_number_is_null() {
        var numbers = database.list(
                "select 'NaN'::double precision as one, array['Infinity', null, 1.5]::double precision[] as several",
                row -> Arrays.asList(row.number("one"), row.numbers("several")));

        assertThat(numbers.getFirst()).containsExactly(null, Arrays.asList(null, null, 1.5));
    }

    @Test
    void a_table_that_is_not_there_yet_is_told_as_such() {
        assertThatThrownBy(() -> database.list("select 1 from results.later", row -> row))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("not there yet");
    }

    @Test
    void nothing_can_be_written() {
        assertThatThrownBy(() -> database.list("delete from results.telemetry returning iteration", row -> row))
                .hasStackTraceContaining("read-only transaction");
    }

    @Test
    void a_postgres_that_is_away_is_told_as_such() throws Exception {
        var nowhere = new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(1)
                .acquisitionTimeout(Duration.ofSeconds(5))
                .connectionFactoryConfiguration(
                        factory -> factory.jdbcUrl("jdbc:postgresql://127.0.0.1:1/earlyphase")));
        try (var source = AgroalDataSource.from(nowhere)) {
            var away = new Database(source);

            assertThatThrownBy(() -> away.list("select 1", row -> row))
                    .isInstanceOf(Unavailable.class)
                    .hasMessage("Postgres does not answer.");
        }
    }
}
