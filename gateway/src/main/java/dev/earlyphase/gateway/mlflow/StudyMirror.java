package dev.earlyphase.gateway.mlflow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.gateway.drawing.FigureSvg;
import dev.earlyphase.gateway.figure.FigureTable;
import dev.earlyphase.gateway.figure.Figures;
import dev.earlyphase.gateway.figure.rule.FigureRule;
import dev.earlyphase.gateway.format.Format;
import dev.earlyphase.gateway.mlflow.Tracking.Experiment;
import dev.earlyphase.gateway.orchestrator.Orchestrator;

/** Brings an experiment to where its study is: a run for each trial, and one that has the figures. */
@ApplicationScoped
class StudyMirror {
    static final String STUDY = "earlyphase.study";
    /** State of the study and ends of trials that were mirrored to the last. */
    static final String MIRRORED = "earlyphase.mirrored";

    static final String FIGURES = "earlyphase.figures";
    private static final int PAGE = 100;

    private final Orchestrator orchestrator;
    private final Figures figures;
    private final TrialMirror trials;

    StudyMirror(@RestClient Orchestrator orchestrator, Figures figures, TrialMirror trials) {
        this.orchestrator = orchestrator;
        this.figures = figures;
        this.trials = trials;
    }

    /** What tells one stand of a study from another. */
    static String stand(StudyView study) {
        return study.state().id() + " " + study.progress().ended();
    }

    /** @return whether nothing more is to come while the study stands like this */
    boolean mirror(StudyView study, Tracking tracking) {
        Experiment experiment = tracking.experiment(STUDY, study.id()).orElseGet(() -> create(study, tracking));
        boolean running = study.state() == StudyView.State.RUNNING;
        if (!experiment.active()
                || !running && stand(study).equals(experiment.tags().get(MIRRORED))) {
            return true;
        }
        boolean whole = trials(study, experiment, tracking) && !running;
        if (whole) {
            figures(orchestrator.study(study.id()), experiment, tracking);
            tracking.tag(experiment, MIRRORED, stand(study));
        }
        return whole;
    }

    private static Experiment create(StudyView study, Tracking tracking) {
        String name = Optional.ofNullable(study.name()).orElse(study.recipe());
        return tracking.create(
                name + " " + study.id(),
                Map.of(STUDY, study.id(), "earlyphase.recipe", study.recipe(), "earlyphase.owner", study.owner()));
    }

    private boolean trials(StudyView study, Experiment experiment, Tracking tracking) {
        var runs = tracking.runs(experiment, TrialMirror.TRIAL);
        boolean whole = true;
        String cursor = null;
        do {
            var page = orchestrator.trials(study.id(), cursor, PAGE, null);
            for (var trial : page.items()) {
                whole &= trials.mirror(trial, runs.get(trial.id().value()), experiment, tracking);
            }
            cursor = page.next();
        } while (cursor != null);
        return whole;
    }

    /** As drawings and tables. Where the server does not take artifacts itself, they stay here. */
    private void figures(StudyView study, Experiment experiment, Tracking tracking) {
        Run known = tracking.runs(experiment, FIGURES).get(study.id());
        Run run = known != null
                ? known
                : tracking.create(experiment, "figures", study.submitted().toEpochMilli(), Map.of(FIGURES, study.id()));
        if (run.takesArtifacts()) {
            for (FigureRule rule : figures.of(study)) {
                Figure figure = figures.figure(study, rule.name(), true);
                tracking.artifact(run, rule.name() + ".svg", "image/svg+xml", svg(figure));
                tracking.artifact(run, rule.name() + ".csv", Format.CSV_TYPE, csv(figure));
            }
        }
        tracking.status(run, "FINISHED", Optional.of(System.currentTimeMillis()));
    }

    private static byte[] svg(Figure figure) {
        return FigureSvg.of(figure).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] csv(Figure figure) {
        var table = new ByteArrayOutputStream();
        try {
            FigureTable.of(figure).writeCsv(table);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return table.toByteArray();
    }
}
