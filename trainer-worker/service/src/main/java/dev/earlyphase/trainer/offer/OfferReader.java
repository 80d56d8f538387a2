package dev.earlyphase.trainer.offer;

import java.io.IOException;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.event.TrialOffer;
import dev.earlyphase.contracts.trial.TrialId;

/** Reads which trial a record offers. */
final class OfferReader {
    private static final String ALLOWED = "a TrialOffer in JSON";

    private final ObjectMapper json;

    OfferReader(ObjectMapper json) {
        this.json = json;
    }

    /** @throws Invalid where the record is no offer */
    TrialId trial(byte[] record) {
        Check.given(record, "offer", ALLOWED);
        try {
            TrialOffer offer = Check.given(json.readValue(record, TrialOffer.class), "offer", ALLOWED);
            return Check.given(offer.trial(), "offer.trial", "the id of a trial");
        } catch (IOException e) {
            throw new Invalid("offer", e.getMessage(), ALLOWED);
        }
    }
}
