package dev.earlyphase.orchestrator.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.orchestrator.study.StudyTrials.Group;

/**
 * How the trials of studies stood a moment ago, for pages of studies: fifty of them may have ten thousands of trials, and
 * everybody who looks at a page looks again after seconds. Of a study at work it is at most a second old, of one that is
 * over ten seconds, unless this service changed it since.
 */
@ApplicationScoped
class RecentGroups {
    private static final long AT_WORK = Duration.ofSeconds(1).toNanos();
    private static final long OVER = Duration.ofSeconds(10).toNanos();
    private static final int MOST = 10_000;

    private final StudyTrials trials;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    RecentGroups(StudyTrials trials) {
        this.trials = trials;
    }

    private record Known(List<Group> groups, long until) {}

    /** By study; empty for one without trials. */
    Map<String, List<Group>> of(Collection<String> studies) {
        long now = System.nanoTime();
        var groups = new HashMap<String, List<Group>>();
        var unknown = new ArrayList<String>();
        for (String study : studies) {
            Known recent = known.get(study);
            if (recent != null && now - recent.until() < 0) {
                groups.put(study, recent.groups());
            } else {
                unknown.add(study);
            }
        }
        if (!unknown.isEmpty()) {
            groups.putAll(asked(unknown, now));
        }
        return groups;
    }

    /** What is known of a study that has just been changed. */
    void forget(String study) {
        known.remove(study);
    }

    private Map<String, List<Group>> asked(List<String> studies, long now) {
        Map<String, List<Group>> found = trials.groups(studies);
        if (known.size() > MOST) {
            known.clear();
        }
        var asked = new HashMap<String, List<Group>>();
        for (String study : studies) {
            List<Group> groups = found.getOrDefault(study, List.of());
            boolean over = groups.stream().allMatch(group -> group.trialState().ended());
            known.put(study, new Known(groups, now + (over ? OVER : AT_WORK)));
            asked.put(study, groups);
        }
        return asked;
    }
}
