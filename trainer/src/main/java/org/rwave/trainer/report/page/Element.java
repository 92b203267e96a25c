package org.rwave.trainer.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An element of HTML or SVG, written so that it is well-formed as both HTML and XML. */
final class Element {
    private static final Set<String> VOID = Set.of("meta", "br", "col", "hr");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> content = new ArrayList<>();

    private Element(String name) {
        this.name = name;
    }

    /** An element with {@code content} in it: elements, text, or lists of them. */
    static Element of(String name, Object... content) {
        return new Element(name).add(content);
    }

    /** Sets an attribute; this element again. */
    Element with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** The same for a number, with at most two decimals. */
    Element with(String attribute, double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return with(attribute, text.replaceFirst("\\.?0+$", ""));
    }

    /** Appends elements, text, or lists of them; this element again. */
    Element add(Object... more) {
        for (Object part : more) {
            if (part instanceof List<?> list) {
                content.addAll(list);
            } else {
                content.add(part);
            }
        }
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        write(text);
        return text.toString();
    }

    private void write(StringBuilder into) {
        into.append('<').append(name);
        attributes.forEach((attribute, value) -> into.append(' ')
                .append(attribute)
                .append("=\"")
                .append(escape(value).replace("\"", "&quot;"))
                .append('"'));
        if (VOID.contains(name)) {
            into.append("/>");
            return;
        }
        into.append('>');
        for (Object part : content) {
            if (part instanceof Element element) {
                element.write(into);
            } else {
                into.append(escape(String.valueOf(part)));
            }
        }
        into.append("</").append(name).append('>');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
