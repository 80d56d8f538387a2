package dev.earlyphase.orchestrator.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.earlyphase.orchestrator.study.StudyTrials.Group;

import static org.assertj.core.api.Assertions.assertThat;

class RecentGroupsTest {
    private static final Group OVER = new Group("over", "completed", 3, 30, 30, 0);

    private final List<List<String>> asked = new ArrayList<>();
    private final RecentGroups groups = new RecentGroups(new StudyTrials(null, null) {
        @Override
        public Map<String, List<Group>> groups(Collection<String> studies) {
            asked.add(List.copyOf(studies));
            return Map.of("over", List.of(OVER));
        }
    });

    @Test
    void what_was_asked_a_moment_ago_is_not_asked_again() {
        groups.of(List.of("over"));

        Map<String, List<Group>> found = groups.of(List.of("over", "empty"));

        assertThat(found).containsEntry("over", List.of(OVER)).containsEntry("empty", List.of());
        assertThat(asked).containsExactly(List.of("over"), List.of("empty"));
    }

    @Test
    void a_study_that_was_changed_is_asked_for_again() {
        groups.of(List.of("over"));

        groups.forget("over");
        groups.of(List.of("over"));

        assertThat(asked).hasSize(2);
    }
}
