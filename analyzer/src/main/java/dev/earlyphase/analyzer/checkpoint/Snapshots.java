package dev.earlyphase.analyzer.checkpoint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.earlyphase.analyzer.store.Results;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.TrialId;

/** The snapshots on record. */
@ApplicationScoped
public class Snapshots {
    private static final String OBSERVED = "select iteration, key, sha256, bytes, mask_key, mask_sha256, mask_bytes"
            + " from results.checkpoint where trial = ? and purpose = 'observed' order by iteration";

    private final Results results;

    public Snapshots(Results results) {
        this.results = results;
    }

    /** Those of a trial by whatever attempt, ascending; checkpoints that only serve resuming are none. */
    @Transactional
    public List<Snapshot> of(TrialId trial) {
        return results.read(OBSERVED, Snapshots::snapshot, trial.value());
    }

    private static Snapshot snapshot(ResultSet row) throws SQLException {
        var weights = new ObjectRef(row.getString("key"), row.getString("sha256"), row.getLong("bytes"));
        String mask = row.getString("mask_key");
        return new Snapshot(
                row.getInt("iteration"),
                weights,
                mask == null ? null : new ObjectRef(mask, row.getString("mask_sha256"), row.getLong("mask_bytes")));
    }
}
