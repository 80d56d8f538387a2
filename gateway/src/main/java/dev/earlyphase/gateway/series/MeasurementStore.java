package dev.earlyphase.gateway.series;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.gateway.database.Database;

import static java.util.stream.Collectors.groupingBy;

/** What probes, perturbations and lines between trials found out. */
@ApplicationScoped
public class MeasurementStore {
    /**
     * What pruning by magnitude would have decided at an iteration.
     *
     * @param density of the mask
     * @param toPrevious share of weights that survive in just one of this mask and that of the snapshot before; null for
     *     the first
     * @param toEnd the same against the mask of the end
     */
    public record MaskDistance(String trial, int iteration, double density, Double toPrevious, double toEnd) {}

    private final Database database;

    MeasurementStore(Database database) {
        this.database = database;
    }

    /** Over all prunable weights together, iterations ascending. */
    public List<Measured> of(String name, Collection<String> trials) {
        return database.list(
                "select trial, iteration, measured from results.measurement"
                        + " where trial = any(?) and name = ? and tensor = '*' order by iteration",
                row -> new Measured(row.text("trial"), row.integer("iteration"), row.numbers("measured")),
                trials.toArray(String[]::new),
                name);
    }

    /**
     * Of one trial, by iteration, name and tensor.
     *
     * @param name null for all
     */
    public List<Measurement> all(String trial, String name) {
        return database.list(
                "select iteration, name, tensor, measured from results.measurement"
                        + " where trial = ? and (?::text is null or name = ?) order by iteration, name, tensor",
                row -> new Measurement(
                        row.integer("iteration"), row.text("name"), row.text("tensor"), row.numbers("measured")),
                trial,
                name,
                name);
    }

    /** By trial. */
    public Map<String, List<Measured>> byTrial(String name, Collection<String> trials) {
        return of(name, trials).stream().collect(groupingBy(Measured::trial));
    }

    /** Iterations ascending. */
    public List<MaskDistance> maskConvergence(Collection<String> trials) {
        return database.list(
                "select trial, iteration, density, to_previous, to_end from results.mask_convergence"
                        + " where trial = any(?) order by iteration",
                row -> new MaskDistance(
                        row.text("trial"),
                        row.integer("iteration"),
                        row.number("density"),
                        row.number("to_previous"),
                        row.number("to_end")),
                (Object) trials.toArray(String[]::new));
    }
}
