package dev.earlyphase.analyzer.event;

import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.analyzer.wire.JsonRecords;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.AttemptEnded.Completed;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.event.CheckpointsDropped;
import dev.earlyphase.contracts.event.MaskDerived;
import dev.earlyphase.contracts.event.ObjectsOutdated;
import dev.earlyphase.contracts.event.TrialEvent;
import dev.earlyphase.contracts.event.TrialForgotten;
import dev.earlyphase.contracts.event.TrialImported;
import dev.earlyphase.contracts.object.ObjectRef;

/** Reads events and checks that they hold what the analyzer needs. */
@ApplicationScoped
class EventReader {
    private static final String AN_OBJECT = "an object with key, sha256 and bytes";

    private final JsonRecords json;

    EventReader(JsonRecords json) {
        this.json = json;
    }

    /** @throws dev.earlyphase.contracts.error.DomainException.Invalid naming the first field at fault */
    TrialEvent read(byte[] value) {
        TrialEvent event = json.read(value, TrialEvent.class);
        Check.given(event.trial(), "trial", "the id of a trial");
        switch (event) {
            case CheckpointWritten checkpoint -> check(checkpoint);
            case MaskDerived mask -> check(mask);
            case AttemptEnded ended -> check(ended);
            case CheckpointsDropped dropped -> check(dropped);
            case ObjectsOutdated outdated -> Check.atLeast(1, outdated.attempt(), "attempt");
            case TrialImported imported -> check(imported);
            case TrialForgotten forgotten -> Check.atLeast(0, forgotten.attempt(), "attempt");
        }
        return event;
    }

    private static void check(CheckpointWritten checkpoint) {
        Check.atLeast(1, checkpoint.attempt(), "attempt");
        Check.atLeast(0, checkpoint.iteration(), "iteration");
        Check.given(checkpoint.at(), "at", "an instant");
        Check.given(checkpoint.purpose(), "purpose", "observed or recovery");
        check(Check.given(checkpoint.weights(), "weights", AN_OBJECT), "weights");
        check(checkpoint.mask(), "mask");
        check(checkpoint.start(), "start");
        check(checkpoint.initialisation(), "initialisation");
    }

    private static void check(MaskDerived derived) {
        Check.atLeast(1, derived.attempt(), "attempt");
        check(Check.given(derived.mask(), "mask", AN_OBJECT), "mask");
        check(derived.parent(), "parent");
    }

    private static void check(AttemptEnded ended) {
        Check.atLeast(1, ended.attempt(), "attempt");
        Check.given(ended.outcome(), "outcome", "how the attempt ended");
        if (ended.outcome() instanceof Completed completed) {
            Check.given(completed.result(), "outcome.result", "what the trial came to");
        }
    }

    private static void check(TrialImported imported) {
        Check.atLeast(0, imported.before(), "before");
        Check.atLeast(imported.before() + 1L, imported.attempt(), "attempt");
    }

    /** A trial of no attempt yet has no checkpoints either. */
    private static void check(CheckpointsDropped dropped) {
        Check.atLeast(0, dropped.attempt(), "attempt");
        dropped.iterations().forEach(iteration -> Check.atLeast(0, iteration, "iterations"));
    }

    private static void check(ObjectRef object, String field) {
        if (object != null) {
            Check.given(object.key(), field + ".key", "a key in the bucket");
            Check.given(object.sha256(), field + ".sha256", "64 lower-case hexadecimal digits");
            Check.atLeast(0, object.bytes(), field + ".bytes");
        }
    }
}
