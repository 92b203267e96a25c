package org.rwave.cli.explain;

import java.util.Locale;
import org.rwave.ecg.beat.ClassifiedBeat;

/**
 * The strip on ECG paper, 25 mm/s and 10 mm/mV: one unit of the drawing is one millimetre. R peaks carry class and
 * probability; the evidence is shaded, onset and decision are lines across all leads. One file, no script, no font.
 */
final class SvgStrip {
    private static final double MM_PER_SECOND = 25;
    private static final double MM_PER_MILLIVOLT = 10;
    private static final double LEFT = 15;
    private static final double TOP = 24;
    private static final double RIGHT = 5;
    private static final double BOTTOM = 18;
    /** A lead gets what its range needs in whole large squares, within these. */
    private static final double LEAST_HEIGHT = 20;

    private static final double MOST_HEIGHT = 60;
    private static final double LARGE_SQUARE = 5;

    private final Explanation explanation;
    private final Strip strip;
    private final StringBuilder svg = new StringBuilder();
    private final double paperWidth;
    private double paperHeight;

    SvgStrip(Explanation explanation) {
        this.explanation = explanation;
        this.strip = explanation.strip();
        this.paperWidth = strip.rate().secondsAt(strip.window().length()) * MM_PER_SECOND;
        for (int lead = 0; lead < strip.leadNames().size(); lead++) {
            paperHeight += height(lead);
        }
    }

    String text() {
        open();
        paper();
        evidence();
        double top = TOP;
        for (int lead = 0; lead < strip.leadNames().size(); lead++) {
            lead(lead, top);
            top += height(lead);
        }
        line(explanation.event().onsetSampleIndex(), "onset", "#1f5fa8", paperHeight + TOP + 5);
        line(explanation.event().atSampleIndex(), "decided", "#b00020", paperHeight + TOP + 5);
        explanation.beats().forEach(this::beat);
        footer();
        return svg.append("</svg>\n").toString();
    }

    private double height(int lead) {
        double[] range = strip.range(lead);
        double reach = Math.max(range[2] - range[1], range[1] - range[0]) * MM_PER_MILLIVOLT;
        double wanted = Math.ceil((2 * reach + LARGE_SQUARE) / (2 * LARGE_SQUARE)) * 2 * LARGE_SQUARE;
        return Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, wanted));
    }

    private void open() {
        double width = LEFT + paperWidth + RIGHT;
        double height = TOP + paperHeight + BOTTOM;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0fmm\" height=\"%.0fmm\" viewBox=\"0 0 %.2f %.2f\""
                        + " font-family=\"sans-serif\">\n<title>%s</title>\n",
                width, height, width, height, escaped(explanation.id().toString()));
        add(
                "<defs><clipPath id=\"paper\"><rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/></clipPath></defs>%n",
                LEFT, TOP, paperWidth, paperHeight);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n");
        words(LEFT, 7, 4.2, "#111", explanation.event().message());
        words(LEFT, 12, 2.8, "#555", explanation.id().toString());
    }

    private void paper() {
        grid(1, 0.08, "#f3b8b8");
        grid(LARGE_SQUARE, 0.2, "#e58a8a");
    }

    private void grid(double step, double width, String colour) {
        StringBuilder path = new StringBuilder();
        for (double x = 0; x <= paperWidth + 1e-6; x += step) {
            path.append(String.format(Locale.ROOT, "M%.2f %.2fv%.2f", LEFT + x, TOP, paperHeight));
        }
        for (double y = 0; y <= paperHeight + 1e-6; y += step) {
            path.append(String.format(Locale.ROOT, "M%.2f %.2fh%.2f", LEFT, TOP + y, paperWidth));
        }
        add("<path d=\"%s\" stroke=\"%s\" stroke-width=\"%.2f\" fill=\"none\"/>%n", path, colour, width);
    }

    private void evidence() {
        double from = Math.max(LEFT, x(explanation.evidenceFrom()));
        double to = Math.min(LEFT + paperWidth, x(explanation.evidenceTo()));
        if (to > from) {
            add(
                    "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"#ffd54a\" fill-opacity=\"0.35\"/>%n",
                    from, TOP, to - from, paperHeight);
        }
    }

    private void lead(int lead, double top) {
        double middle = top + height(lead) / 2;
        double zero = strip.range(lead)[1];
        StringBuilder path = new StringBuilder();
        boolean isDrawing = false;
        for (int offset = 0; offset < strip.length(); offset++) {
            double value = strip.millivolts(lead, offset);
            if (Double.isNaN(value)) {
                isDrawing = false;
                continue;
            }
            path.append(String.format(
                    Locale.ROOT,
                    "%s%.2f %.2f",
                    isDrawing ? "L" : "M",
                    x(strip.window().from() + offset),
                    middle - (value - zero) * MM_PER_MILLIVOLT));
            isDrawing = true;
        }
        add(
                "<path d=\"%s\" stroke=\"#111\" stroke-width=\"0.25\" fill=\"none\" stroke-linejoin=\"round\""
                        + " clip-path=\"url(#paper)\"/>%n",
                path);
        words(2, middle + 1.2, 3.6, "#111", strip.leadNames().get(lead));
    }

    private void line(long sample, String name, String colour, double textY) {
        if (!strip.window().holds(sample)) {
            return;
        }
        add(
                "<path d=\"M%.2f %.2fV%.2f\" stroke=\"%s\" stroke-width=\"0.35\" stroke-dasharray=\"1.5 1\"/>%n",
                x(sample), TOP, TOP + paperHeight, colour);
        words(x(sample) + 0.6, textY, 2.8, colour, name);
    }

    private void beat(ClassifiedBeat beat) {
        double probability = beat.probabilities().of(beat.beatClass());
        boolean counted = explanation.isEvidence(beat);
        add(
                "<path d=\"M%.2f %.2fv2\" stroke=\"#111\" stroke-width=\"0.25\"/>%n"
                        + "<text x=\"%.2f\" y=\"%.2f\" font-size=\"3.4\" text-anchor=\"middle\" font-weight=\"%s\">%s</text>%n"
                        + "<text x=\"%.2f\" y=\"%.2f\" font-size=\"2\" text-anchor=\"middle\" fill=\"#555\">%.2f</text>%n",
                x(beat.sampleIndex()),
                TOP - 2,
                x(beat.sampleIndex()),
                TOP - 5.2,
                counted ? "bold" : "normal",
                beat.beatClass(),
                x(beat.sampleIndex()),
                TOP - 2.8,
                probability);
    }

    private void footer() {
        double y = TOP + paperHeight + 10;
        String verdict = explanation.verdict().isIdentical() ? "recomputed: identical" : "recomputed: different";
        words(
                LEFT,
                y,
                2.8,
                "#555",
                "25 mm/s, 10 mm/mV, as recorded; from "
                        + String.format(
                                Locale.ROOT,
                                "%.2f s",
                                strip.rate().secondsAt(strip.window().from()))
                        + "; shaded: evidence; letters: class and its probability, bold where counted; "
                        + explanation.event().ruleVersion() + "; " + verdict);
        words(LEFT, y + 4.5, 2.8, "#555", "Research and education software; not a medical device.");
    }

    private double x(long sample) {
        return LEFT + strip.rate().secondsAt(sample - strip.window().from()) * MM_PER_SECOND;
    }

    private void words(double x, double y, double size, String colour, String text) {
        add(
                "<text x=\"%.2f\" y=\"%.2f\" font-size=\"%.1f\" fill=\"%s\">%s</text>%n",
                x, y, size, colour, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
