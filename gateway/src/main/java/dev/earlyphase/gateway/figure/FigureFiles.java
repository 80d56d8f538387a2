package dev.earlyphase.gateway.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.gateway.drawing.FigurePng;
import dev.earlyphase.gateway.drawing.FigureSvg;
import dev.earlyphase.gateway.figure.rule.FigureRule;
import dev.earlyphase.gateway.format.Format;

/** The figures of a study as files. */
@ApplicationScoped
public class FigureFiles {
    private final Figures figures;
    private final ObjectMapper json;

    FigureFiles(Figures figures, ObjectMapper json) {
        this.figures = figures;
        this.json = json;
    }

    public List<String> names(StudyView study) {
        return figures.of(study).stream().map(FigureRule::name).toList();
    }

    /** By file name: JSON and CSV with the value of each seed, and the drawing without. */
    public Map<String, String> of(StudyView study, String name) {
        Figure seeds = figures.figure(study, name, true);
        var files = new LinkedHashMap<String, String>();
        files.put(name + ".json", json(seeds));
        files.put(name + ".csv", csv(seeds));
        files.put(name + ".svg", FigureSvg.of(figures.figure(study, name, false)));
        return files;
    }

    /** For a figure that is one document, in JSON or drawn. */
    byte[] body(Figure figure, Format format) {
        return switch (format) {
            case JSON -> json(figure).getBytes(StandardCharsets.UTF_8);
            case SVG -> FigureSvg.of(figure).getBytes(StandardCharsets.UTF_8);
            case PNG -> FigurePng.of(FigureSvg.of(figure));
            case CSV, PARQUET -> throw new IllegalArgumentException(format + " is a table");
        };
    }

    private String json(Figure figure) {
        try {
            return json.writeValueAsString(figure);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String csv(Figure figure) {
        var text = new ByteArrayOutputStream();
        try {
            FigureTable.of(figure).writeCsv(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
