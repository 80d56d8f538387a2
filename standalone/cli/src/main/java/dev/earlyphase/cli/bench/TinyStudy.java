package dev.earlyphase.cli.bench;

import java.util.List;
import java.util.stream.LongStream;

import dev.earlyphase.cli.api.Json;
import dev.earlyphase.cli.api.StudyFile;
import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;

/** Studies of trials with one iteration each, on generated images. */
final class TinyStudy {
    private TinyStudy() {}

    private record Training(String end) {}

    private record Request(
            String recipe,
            String name,
            String network,
            String dataset,
            List<Long> seeds,
            int levels,
            Training training) {}

    /** One trial for each seed from {@code first} to before {@code end}. */
    static StudyFile ofSeeds(long first, long end) {
        List<Long> seeds = LongStream.range(first, end).boxed().toList();
        return new StudyFile(
                Json.write(new Request(
                        "imp-rewinding",
                        "bench " + first,
                        NetworkName.LENET_300_100.id(),
                        DataSetName.STROKES.id(),
                        seeds,
                        0,
                        new Training("1it"))),
                StudyFile.JSON);
    }
}
