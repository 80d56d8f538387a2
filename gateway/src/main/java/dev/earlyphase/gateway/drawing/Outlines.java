package dev.earlyphase.gateway.drawing;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Turns the texts of our drawings into outlines, so that they can be drawn without the fonts of a system. */
final class Outlines {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Pattern RULE = Pattern.compile("\\.([a-z0-9-]+) \\{([^}]*)}");
    private static final Pattern SETTING = Pattern.compile("([a-z-]+)\\s*:\\s*([^;]+);");

    /** What the plotting library's style sheets say, by class; all panels of a figure have the same. */
    private final Map<String, Map<String, String>> classes = new HashMap<>();

    private Outlines() {}

    /** @param svg one of ours */
    static Document of(String svg) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
            new Outlines().replace(document);
            return document;
        } catch (ParserConfigurationException | SAXException | IOException impossible) {
            throw new IllegalStateException("a drawing of ours is not SVG", impossible);
        }
    }

    private void replace(Document document) {
        for (Element style : elements(document, "style")) {
            RULE.matcher(style.getTextContent())
                    .results()
                    .forEach(rule -> classes.put(rule.group(1), settings(rule.group(2))));
            style.getParentNode().removeChild(style);
        }
        for (Element text : elements(document, "text")) {
            text.getParentNode().replaceChild(outline(document, text), text);
        }
    }

    private Element outline(Document document, Element text) {
        var settings = new HashMap<>(classes.getOrDefault(text.getAttribute("class"), Map.of()));
        settings.putAll(settings(text.getAttribute("style") + ";"));
        double size = number(settings.getOrDefault("font-size", text.getAttribute("font-size")), 1);
        var outline = Letters.outline(text.getTextContent().strip(), size);
        double start =
                switch (text.getAttribute("text-anchor")) {
                    case "middle" -> -outline.width() / 2;
                    case "end" -> -outline.width();
                    default -> 0;
                };
        double x = number(text.getAttribute("x"), size) + start;
        double y = number(text.getAttribute("y"), size) + number(text.getAttribute("dy"), size);
        String colour = settings.getOrDefault("fill", text.getAttribute("fill"));
        Element path = document.createElementNS(SVG, "path");
        path.setAttribute("d", outline.path());
        path.setAttribute("transform", String.format(Locale.ROOT, "translate(%.2f %.2f)", x, y));
        path.setAttribute("fill", colour);
        if (text.getAttribute("font-weight").equals("bold")) {
            path.setAttribute("stroke", colour);
            path.setAttribute("stroke-width", String.format(Locale.ROOT, "%.2f", size / 28));
        }
        return path;
    }

    private static List<Element> elements(Document document, String name) {
        var found = document.getElementsByTagNameNS(SVG, name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Map<String, String> settings(String text) {
        var settings = new HashMap<String, String>();
        SETTING.matcher(text)
                .results()
                .forEach(setting ->
                        settings.put(setting.group(1), setting.group(2).strip()));
        return settings;
    }

    /** In pixels; nothing is 0. */
    private static double number(String text, double em) {
        if (text.isEmpty()) {
            return 0;
        }
        return text.endsWith("em")
                ? em * Double.parseDouble(text.substring(0, text.length() - 2))
                : Double.parseDouble(text.replace("px", ""));
    }
}
