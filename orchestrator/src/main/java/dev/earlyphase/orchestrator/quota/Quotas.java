package dev.earlyphase.orchestrator.quota;

import java.util.HashMap;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.access.QuotaView;
import dev.earlyphase.contracts.access.QuotaView.Share;
import dev.earlyphase.contracts.error.DomainException.Refused;

/** What users may have, held against what they have; each within the caller's transaction. */
@ApplicationScoped
public class Quotas {
    private final QuotaSettings settings;
    private final Usage usage;

    Quotas(QuotaSettings settings, Usage usage) {
        this.settings = settings;
        this.usage = usage;
    }

    public QuotaView of(String user) {
        Quota quota = Quota.of(user, settings);
        return new QuotaView(
                user,
                new Share(usage.runningTrials(user), wide(quota.runningTrials())),
                new Share(usage.queuedTrials(user), wide(quota.queuedTrials())),
                new Share(usage.keptBytes(user), quota.keptBytes()));
    }

    /** Whether bytes are limited for a user, so that they need be estimated. */
    public boolean limitsBytes(String user) {
        return Quota.of(user, settings).keptBytes() != null;
    }

    /**
     * Whether a study that has just been stored leaves its owner within their limits.
     *
     * @param newBytes that it will keep beside what is there
     * @throws Refused naming the limit, so that the transaction that stored it is undone
     */
    public void check(String user, long newBytes) {
        Quota quota = Quota.of(user, settings);
        if (quota.queuedTrials() != null) {
            refuseAbove(user, "queued trials", quota.queuedTrials(), usage.queuedTrials(user));
        }
        if (quota.keptBytes() != null) {
            refuseAbove(user, "bytes kept", quota.keptBytes(), usage.keptBytes(user) + newBytes);
        }
    }

    /** How many trials may run for everybody who has no limit of their own. */
    public int generalRunningTrials() {
        return settings.general().runningTrials().orElse(Integer.MAX_VALUE);
    }

    /** How many trials may run for those who have a limit of their own. */
    public Map<String, Integer> runningTrials() {
        var limits = new HashMap<String, Integer>();
        settings.users().forEach((user, own) -> own.runningTrials().ifPresent(limit -> limits.put(user, limit)));
        return limits;
    }

    private static void refuseAbove(String user, String what, long limit, long would) {
        if (would > limit) {
            throw new Refused(
                    "The quota of %s is %,d %s; with this study it would be %,d. Wait, or cancel or delete a study."
                            .formatted(user, limit, what, would));
        }
    }

    private static Long wide(Integer limit) {
        return limit == null ? null : limit.longValue();
    }
}
