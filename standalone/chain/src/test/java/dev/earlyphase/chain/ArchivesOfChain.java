package dev.earlyphase.chain;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earlyphase.cli.api.Json;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.testing.Await;
import dev.earlyphase.contracts.archive.CheckpointChoice;
import dev.earlyphase.contracts.study.TrialView;

/** A study of a stack as one file, and all that the API tells of it. */
final class ArchivesOfChain {
    /** Addresses are signed anew each time, and by another key in another installation. */
    private static final Pattern ADDRESS = Pattern.compile("\"download\":\"[^\"]*\"");
    /** Names by which parts of a drawing refer to each other are drawn at random. */
    private static final Pattern NAME = Pattern.compile("(?<=id=\"|url\\(#|[ \n]#)[A-Za-z0-9]{4,}(?=[\") ])");

    private ArchivesOfChain() {}

    /** Once the statistics of its last trial are there. */
    static Path export(ChainStack chain, String study, Path folder) {
        Path file = folder.resolve(study + ".zip");
        Await.until("the archive of study " + study, Duration.ofSeconds(60), () -> {
            try {
                chain.archives().download(study, CheckpointChoice.ALL, file, bytes -> {});
                return true;
            } catch (Failure notYet) {
                return false;
            }
        });
        return file;
    }

    /**
     * By address: figures to the last letter, in each format that is text; and of the study and each trial what there is,
     * as trees, for the members of an object come in any order.
     */
    static Map<String, Object> told(ChainStack chain, String study) {
        var told = new LinkedHashMap<String, Object>();
        chain.studies().figures(study).list().forEach(figure -> {
            for (String ending : new String[] {".json", ".json?seeds=true", ".csv", ".svg"}) {
                String path = "studies/" + study + "/figures/" + figure.figure() + ending;
                told.put(path, NAME.matcher(chain.read(path)).replaceAll("name"));
            }
        });
        read(chain, "studies/" + study + "/provenance", told);
        read(chain, "studies/" + study + "/masks/distances", told);
        read(chain, "studies/" + study + "/trials", told);
        read(chain, "studies/" + study + "/storage", told);
        for (TrialView trial : chain.trials(study)) {
            for (String what : new String[] {
                "", "/checkpoints", "/telemetry?layers=true", "/evaluations", "/statistics", "/measurements"
            }) {
                read(chain, "trials/" + trial.id() + what, told);
            }
            if (trial.spec().mask().parent().isPresent()) {
                read(chain, "trials/" + trial.id() + "/mask", told);
            }
        }
        return told;
    }

    private static void read(ChainStack chain, String path, Map<String, Object> told) {
        String text = ADDRESS.matcher(chain.read(path)).replaceAll("\"download\":\"\"");
        told.put(path, Json.read(text, JsonNode.class));
    }
}
