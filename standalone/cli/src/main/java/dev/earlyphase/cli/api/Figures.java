package dev.earlyphase.cli.api;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.contracts.figure.Figure;

/**
 * Calls on the figures of a study.
 *
 * @param study its whole id
 */
public record Figures(Gateway gateway, String study) {
    /**
     * A figure that can be had.
     *
     * @param figure its name, such as {@code figure-5}
     * @param title what it shows, in a line
     */
    public record Entry(String figure, String title) {}

    /** Those that can be had, that of the study's recipe first. */
    public List<Entry> list() {
        return Arrays.asList(Json.read(gateway.get("studies/" + study + "/figures"), Entry[].class));
    }

    /** The name of the first. */
    public String first() {
        return list().stream()
                .findFirst()
                .map(Entry::figure)
                .orElseThrow(() -> Failure.ofWork("The study " + study + " has no figure."));
    }

    /** @param seeds whether each point holds the value of each seed */
    public Figure read(String name, boolean seeds) {
        return Json.read(text(name, "json", seeds), Figure.class);
    }

    /** As the gateway writes it in a format of text: {@code json}, {@code csv} or {@code svg}. */
    public String text(String name, String format, boolean seeds) {
        return gateway.get(path(name, format, seeds));
    }

    /** As an image of points. */
    public byte[] png(String name, boolean seeds) {
        return gateway.getBytes(path(name, "png", seeds));
    }

    /** For people to open. */
    public URI address(String name, String format) {
        return gateway.address(path(name, format, false));
    }

    private String path(String name, String format, boolean seeds) {
        return "studies/%s/figures/%s.%s%s".formatted(study, Gateway.encoded(name), format, seeds ? "?seeds=true" : "");
    }
}
