package org.rwave.trainer.report.page;

import java.util.Locale;

/** What all pictures have in common. Lengths are in CSS pixels at full size. */
final class Svg {
    private static final double CHARACTER = 6.3;

    private Svg() {}

    /** An empty picture that scales with the page. */
    static Element picture(String title, String description, double width, double height) {
        return Element.of("svg", Element.of("title", title), Element.of("desc", description))
                .with("role", "img")
                .with("aria-label", title + ". " + description)
                .with("viewBox", String.format(Locale.ROOT, "0 0 %.0f %.0f", width, height))
                .with("style", String.format(Locale.ROOT, "max-width:%.0fpx", width));
    }

    /** Text at its base line; {@code style} says how it looks and where it is anchored. */
    static Element text(String text, double x, double y, String style) {
        return Element.of("text", text).with("class", style).with("x", x).with("y", y);
    }

    /** About how wide {@code text} is at the size of a legend. */
    static double width(String text) {
        return CHARACTER * text.length();
    }
}
