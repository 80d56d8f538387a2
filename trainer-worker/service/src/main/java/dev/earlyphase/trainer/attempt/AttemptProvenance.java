package dev.earlyphase.trainer.attempt;

import java.util.HashMap;
import java.util.Map;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.engine.EngineDescription;

/** Where the result of an attempt comes from. */
final class AttemptProvenance {
    private AttemptProvenance() {}

    /** @param data null where the attempt failed before it had any */
    static Provenance of(Setting setting, Claim claim, DataSet data) {
        EngineDescription engine = setting.engine();
        Map<String, String> details = new HashMap<>(engine.details());
        details.put("precision", claim.spec().training().precision().id());
        return new Provenance(
                setting.worker(),
                engine.name() + " " + engine.version(),
                engine.device(),
                engine.threads(),
                data == null ? null : data.checksum(),
                data == null ? null : data.label(),
                details,
                setting.build().toString());
    }
}
