package dev.earlyphase.gateway.database;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The present row of a result, by the names of its columns. What is null in Postgres is null here, and so is a number
 * that is not finite, for which JSON has no word.
 */
public final class Row {
    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public String text(String column) {
        return get(column, String.class);
    }

    public Integer integer(String column) {
        return get(column, Integer.class);
    }

    public Long whole(String column) {
        return get(column, Long.class);
    }

    public Double number(String column) {
        return finite(get(column, Double.class));
    }

    public Boolean flag(String column) {
        return get(column, Boolean.class);
    }

    public Instant instant(String column) {
        OffsetDateTime at = get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public List<String> texts(String column) {
        return array(column, String[].class);
    }

    public List<Long> wholes(String column) {
        return array(column, Long[].class);
    }

    /** May hold nulls: an array keeps its positions. */
    public List<Double> numbers(String column) {
        List<Double> values = array(column, Double[].class);
        return values == null ? null : values.stream().map(Row::finite).toList();
    }

    private static Double finite(Double value) {
        return value == null || !Double.isFinite(value) ? null : value;
    }

    private <T> T get(String column, Class<T> type) {
        try {
            return results.getObject(column, type);
        } catch (SQLException failure) {
            throw Outage.of(failure);
        }
    }

    private <T> List<T> array(String column, Class<T[]> type) {
        try {
            Array array = results.getArray(column);
            return array == null ? null : Collections.unmodifiableList(Arrays.asList(type.cast(array.getArray())));
        } catch (SQLException failure) {
            throw Outage.of(failure);
        }
    }
}
