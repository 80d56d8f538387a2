package dev.earlyphase.reliability.load.fill;

import java.util.List;
import java.util.stream.LongStream;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.earlyphase.cli.api.Json;
import dev.earlyphase.cli.api.StudyFile;
import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;

/**
 * The studies of a laboratory: two large ones, then over and over five of telemetry, two of some thousand trials and
 * seven of some two hundred. No two share a seed, so that none shares a trial.
 *
 * @param trials that all together come to; the large studies have a tenth of them each, at most some 10,000
 */
public record StudyMix(long trials) {
    /** One dense run and eleven levels at three rewinding points. */
    static final int TRIALS_A_SEED = 34;

    private static final int LARGE = 2;
    private static final int CYCLE = 14;
    private static final int OF_TELEMETRY = 5;
    private static final int OF_A_THOUSAND = 7;
    private static final int TELEMETRY_SEEDS = 100;
    private static final int SEEDS_OF_TEN_THOUSAND = 294;
    private static final int SEEDS_OF_A_THOUSAND = 30;
    private static final int SEEDS_OF_TWO_HUNDRED = 6;
    /** More than any study has seeds. */
    private static final long SEEDS_APART = 1_000;

    private record Training(String end) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Request(
            String recipe,
            String name,
            String network,
            String dataset,
            List<Long> seeds,
            List<String> rewind,
            Integer levels,
            Training training) {}

    /** @param number from 0 on */
    public StudyFile study(int number) {
        if (number < LARGE) {
            return pruned("large", number, largeSeeds());
        }
        int place = (number - LARGE) % CYCLE;
        if (place < OF_TELEMETRY) {
            return file("telemetry", "telemetry " + number, number, TELEMETRY_SEEDS, null, null);
        }
        return place < OF_A_THOUSAND
                ? pruned("middling", number, SEEDS_OF_A_THOUSAND)
                : pruned("small", number, SEEDS_OF_TWO_HUNDRED);
    }

    /** One of some 10,000 trials, other than all of the mix. */
    public static StudyFile ofTenThousand(int number) {
        return pruned("ten thousand", 1_000_000 + number, SEEDS_OF_TEN_THOUSAND);
    }

    /** One of some thousand trials, other than all of the mix. */
    public static StudyFile ofAThousand(int number) {
        return pruned("followed", 2_000_000 + number, SEEDS_OF_A_THOUSAND);
    }

    private int largeSeeds() {
        return (int) Math.clamp(trials / 10 / TRIALS_A_SEED, 1, SEEDS_OF_TEN_THOUSAND);
    }

    private static StudyFile pruned(String name, long number, int seeds) {
        return file("imp-rewinding", name + " " + number, number, seeds, List.of("0it", "100it", "500it"), 11);
    }

    private static StudyFile file(
            String recipe, String name, long number, int seeds, List<String> rewind, Integer levels) {
        long first = number * SEEDS_APART;
        return new StudyFile(
                Json.write(new Request(
                        recipe,
                        name,
                        NetworkName.LENET_300_100.id(),
                        DataSetName.MNIST.id(),
                        LongStream.range(first, first + seeds).boxed().toList(),
                        rewind,
                        levels,
                        new Training("12ep"))),
                StudyFile.JSON);
    }
}
