package dev.earlyphase.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PartialUploadsTest {

    @TempDir
    Path bucket;

    @Test
    void what_an_upload_cut_short_left_is_deleted_and_objects_stay() throws IOException {
        Path attempt = Files.createDirectories(bucket.resolve("trials/ab12/attempt-1"));
        Path object = Files.createFile(attempt.resolve("160ep.safetensors"));
        Path part = Files.createFile(bucket.resolve(".mpus-0f8fad5b-d9cb-469f-a165-70867728950e-key-1"));
        Path partial = Files.createFile(attempt.resolve("160ep.safetensors-0f8fad5b-d9cb-469f-a165-70867728950e"));

        PartialUploads.sweep(bucket);

        assertThat(partial).doesNotExist();
        assertThat(object).exists();
        assertThat(part).exists();
    }
}
