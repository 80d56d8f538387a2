package dev.earlyphase.reliability.check;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.reliability.evidence.Database;

/** The objects that rows of either schema name. */
final class NamedObjects {
    private static final String QUERY = """
            select object ->> 'key', object ->> 'sha256', cast(object ->> 'bytes' as bigint)
            from (select weights as object from study.checkpoint
                  union all select momentum from study.checkpoint
                  union all select mask from study.checkpoint
                  union all select mask from study.trial
                  union all select jsonb_build_object('key', key, 'sha256', sha256, 'bytes', bytes) from results.checkpoint
                  union all select jsonb_build_object('key', mask_key, 'sha256', mask_sha256, 'bytes', mask_bytes)
                            from results.checkpoint where mask_key is not null) objects
            where object is not null and object <> 'null'""";

    private NamedObjects() {}

    static Set<ObjectRef> of(Database database) throws SQLException {
        var objects = new TreeSet<>(Comparator.comparing(ObjectRef::key)
                .thenComparing(ObjectRef::sha256)
                .thenComparing(ObjectRef::bytes));
        objects.addAll(database.ask(QUERY, row -> new ObjectRef(row.getString(1), row.getString(2), row.getLong(3))));
        return objects;
    }
}
