package dev.earlyphase.orchestrator.trial;

import java.util.Locale;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import dev.earlyphase.contracts.trial.TrialState;

/** States as their ids, in lower case. */
@Converter(autoApply = true)
public class TrialStateColumn implements AttributeConverter<TrialState, String> {
    @Override
    public String convertToDatabaseColumn(TrialState state) {
        return state == null ? null : state.id();
    }

    @Override
    public TrialState convertToEntityAttribute(String id) {
        return id == null ? null : of(id);
    }

    public static TrialState of(String id) {
        return TrialState.valueOf(id.toUpperCase(Locale.ROOT));
    }
}
