package dev.earlyphase.analyzer.store;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** Values of a statement: boxed, {@link Bits}, or arrays of boxed values. */
final class Parameters {
    private Parameters() {}

    static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        switch (value) {
            case Object[] values -> statement.setArray(index, array(statement, values));
            // Text of no declared type, which Postgres reads as what the column is.
            case Bits bits -> statement.setObject(index, bits.text(), Types.OTHER);
            case null, default -> statement.setObject(index, value);
        }
    }

    private static Array array(PreparedStatement statement, Object[] values) throws SQLException {
        String type =
                switch (values) {
                    case Double[] doubles -> "float8";
                    case Integer[] integers -> "int4";
                    case Long[] longs -> "int8";
                    case String[] texts -> "text";
                    default -> throw new IllegalArgumentException("no column is an array of " + values.getClass());
                };
        return statement.getConnection().createArrayOf(type, values);
    }
}
