package dev.earlyphase.analyzer.object;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.safetensors.SafetensorsFile;

import static org.assertj.core.api.Assertions.assertThat;

class RecentFilesTest {
    private final RecentFiles recent = new RecentFiles(3 * Float.BYTES);

    @Test
    void what_is_kept_is_found() {
        var file = file(1);

        recent.keep("a", file);

        assertThat(recent.find("a")).containsSame(file);
    }

    @Test
    void the_file_not_used_for_longest_makes_room() {
        recent.keep("a", file(1));
        recent.keep("b", file(1));
        recent.find("a");

        recent.keep("c", file(2));

        assertThat(recent.find("a")).isPresent();
        assertThat(recent.find("b")).isEmpty();
        assertThat(recent.find("c")).isPresent();
    }

    @Test
    void a_file_over_the_limit_pushes_nothing_out() {
        recent.keep("a", file(3));

        recent.keep("b", file(4));

        assertThat(recent.find("a")).isPresent();
        assertThat(recent.find("b")).isEmpty();
    }

    private static SafetensorsFile file(int floats) {
        return new SafetensorsFile(Tensors.of(new Tensor("t", Shape.of(floats), new float[floats])), Map.of());
    }
}
