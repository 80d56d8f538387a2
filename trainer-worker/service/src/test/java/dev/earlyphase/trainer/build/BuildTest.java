package dev.earlyphase.trainer.build;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BuildTest {
    @Test
    void a_build_is_named_by_version_and_commit() {
        assertThat(new Build("0.1.0", "a1b2c3d", false)).hasToString("0.1.0 a1b2c3d");
    }

    @Test
    void a_build_of_changed_files_has_a_plus() {
        assertThat(new Build("0.1.0", "a1b2c3d", true)).hasToString("0.1.0 a1b2c3d+");
    }

    @Test
    void without_a_git_repository_only_the_version_is_known() {
        assertThat(new Build("0.1.0", "", false)).hasToString("0.1.0");
    }

    @Test
    void this_program_knows_its_version_and_either_a_commit_or_none() {
        assertThat(Build.ofThisProgram().toString()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?( [0-9a-f]{7,40}\\+?)?");
    }
}
