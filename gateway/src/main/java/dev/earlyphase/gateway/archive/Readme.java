package dev.earlyphase.gateway.archive;

import java.util.List;

import dev.earlyphase.contracts.archive.ArchivedStudy;
import dev.earlyphase.contracts.archive.Manifest;

/** What an archive says of itself to whoever unpacks it. */
final class Readme {
    private Readme() {}

    static String of(ArchivedStudy study, Manifest manifest, List<String> figures) {
        return """
                # %s

                Study `%s`, recipe %s, %s on %s, archived by Early Phase %s on %s.

                | what | where |
                |---|---|
                | what was submitted | `study.json` |
                | %d trials: specification, result, provenance, checkpoints | `trials.ndjson`, one a line |
                | telemetry, evaluations, measurements, statistics of weights and masks | `tables/`, one row a line |
                | figures (%s) | `figures/`, as JSON, CSV and SVG |
                | weights (%s), masks | `checkpoints/`, safetensors with the names of the PyTorch modules |
                | SHA-256 of every file | `SHA256SUMS`: `sha256sum -c SHA256SUMS` |

                A trial's id is the SHA-256 of its specification. A number that is not finite is null.

                ## In Python

                ```python
                import pandas as pd
                trials = pd.json_normalize(pd.read_json("trials.ndjson", lines=True, precise_float=True).to_dict("records"))
                telemetry = pd.read_json("tables/telemetry.ndjson", lines=True, precise_float=True)
                figure = pd.read_csv("figures/%s.csv")
                ```

                ```python
                from safetensors.numpy import load_file
                weights = load_file("checkpoints/" + trials["checkpoints"][0][-1]["weights"]["key"])
                ```

                ## In another installation

                `earlyphase import FILE` takes all of it in: the same figures to the last digit, and nothing is trained again.
                """.formatted(
                        oneLine(study.name()),
                        study.id(),
                        study.request().recipe().id(),
                        study.request().network().id(),
                        study.request().dataset().id(),
                        manifest.product(),
                        manifest.made(),
                        manifest.trials(),
                        String.join(", ", figures),
                        manifest.checkpoints().id(),
                        figures.isEmpty() ? "figure-1" : figures.getFirst());
    }

    private static String oneLine(String name) {
        return name.replaceAll("\\s+", " ");
    }
}
