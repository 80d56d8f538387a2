package dev.earlyphase.orchestrator.quota;

import java.util.Optional;
import java.util.OptionalInt;

/** What a user may have; a limit that is absent is none. */
record Quota(Integer runningTrials, Integer queuedTrials, Long keptBytes) {
    static Quota of(String user, QuotaSettings settings) {
        var general = settings.general();
        var own = Optional.ofNullable(settings.users().get(user));
        return new Quota(
                own.map(limits -> number(limits.runningTrials())).orElse(number(general.runningTrials())),
                own.map(limits -> number(limits.queuedTrials())).orElse(number(general.queuedTrials())),
                own.flatMap(QuotaSettings.Limits::keptBytes)
                        .or(general::keptBytes)
                        .map(size -> size.asLongValue())
                        .orElse(null));
    }

    private static Integer number(OptionalInt limit) {
        return limit.isPresent() ? limit.getAsInt() : null;
    }
}
