package org.rwave.trainer.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.ecg.beat.Segment;
import org.rwave.trainer.report.evaluation.BeatGallery;
import org.rwave.trainer.report.evaluation.Explanation;

/** Draws beats: one with its patient's template, or the mean of a class with what the model leans on below it. */
final class BeatSketch {
    private static final double WIDTH = 170;
    private static final double HEIGHT = 120;
    private static final double MEAN_WIDTH = 300;
    private static final double MEAN_HEIGHT = 200;
    private static final double STRIP = 16;

    private BeatSketch() {}

    /** One beat: what it was and what was said above, where it is from below. */
    static Element beat(BeatGallery.Picture beat) {
        String verdict = beat.truth() + " called " + beat.said();
        String place = "record " + beat.record() + ", " + time(beat.seconds());
        String confidence = Shown.percent(beat.confidence()) + " %";
        Element svg = Svg.picture(
                verdict + " with " + confidence,
                place + ". Solid: the beat in the first lead; dashed: the patient's own template.",
                WIDTH,
                HEIGHT);
        Scale scale = Scale.of(List.of(beat.waveform(), beat.template()), WIDTH, 26, HEIGHT - 20);
        return svg.add(
                path(beat.template(), scale, "template"),
                path(beat.waveform(), scale, "line thin " + style(beat.said())),
                Svg.text(beat.truth() + "", 8, 16, "truth " + style(beat.truth())),
                Svg.text("called", 22, 16, "tick"),
                Svg.text(beat.said() + "", 60, 16, "truth " + style(beat.said())),
                Svg.text(confidence, WIDTH - 8, 16, "tick end"),
                Svg.text(place, 8, HEIGHT - 7, "tick"));
    }

    /** Mean and deviation of a class; the strip below shows which stretches of the waveform speak for the class. */
    static Element shape(BeatGallery.Shape shape, List<Explanation.Effect> stretches) {
        String style = style(shape.beatClass());
        List<Double> above = new ArrayList<>();
        List<Double> below = new ArrayList<>();
        for (int i = 0; i < shape.mean().size(); i++) {
            above.add(shape.mean().get(i) + shape.deviation().get(i));
            below.add(shape.mean().get(i) - shape.deviation().get(i));
        }
        Scale scale = Scale.of(List.of(above, below), MEAN_WIDTH, 34, MEAN_HEIGHT - STRIP - 22);
        Element svg = Svg.picture(
                "Mean waveform of class " + shape.beatClass(),
                Shown.count(shape.beats())
                        + " beats; shaded: one standard deviation; grey bands: P, QRS and T; strip: effect of each stretch",
                MEAN_WIDTH,
                MEAN_HEIGHT);
        for (Segment wave : List.of(Segment.P, Segment.QRS, Segment.T)) {
            svg.add(band(wave, scale));
        }
        svg.add(
                Element.of("path").with("class", "spread " + style).with("d", outline(above, below, scale)),
                path(shape.mean(), scale, "line " + style),
                Svg.text(shape.beatClass() + "", 8, 18, "truth " + style),
                Svg.text(Shown.count(shape.beats()) + " beats", 24, 18, "tick"));
        return svg.add(strip(stretches, style));
    }

    private static Element band(Segment wave, Scale scale) {
        double from = scale.left(wave.from()) + 1;
        return Element.of(
                "g",
                Element.of("rect")
                        .with("class", "band")
                        .with("x", from)
                        .with("y", 34)
                        .with("width", scale.left(wave.to()) - from - 1)
                        .with("height", MEAN_HEIGHT - STRIP - 56),
                Svg.text(wave.name(), (from + scale.left(wave.to())) / 2, 31, "tick middle"));
    }

    private static List<Element> strip(List<Explanation.Effect> stretches, String style) {
        if (stretches.isEmpty()) {
            return List.of(Svg.text("said too rarely to be explained", 8, MEAN_HEIGHT - 3, "tick"));
        }
        double largest = stretches.stream()
                .mapToDouble(effect -> Math.abs(effect.logOdds()))
                .max()
                .orElse(1);
        double unit = (MEAN_WIDTH - 16) / Preprocessing.WINDOW_SAMPLES;
        List<Element> cells = new ArrayList<>();
        for (Explanation.Effect effect : stretches) {
            double middle =
                    Double.parseDouble(effect.part()) / 1000 * Preprocessing.HERTZ + Preprocessing.SAMPLES_BEFORE_R;
            double share = largest > 0 ? Math.abs(effect.logOdds()) / largest : 0;
            cells.add(Element.of("rect", Element.of("title", effect.part() + " ms: " + Shown.signed(effect.logOdds())))
                    .with("class", effect.logOdds() >= 0 ? "bar " + style : "bar q")
                    .with("fill-opacity", share)
                    .with("x", 8 + (middle - 2) * unit)
                    .with("y", MEAN_HEIGHT - STRIP - 16)
                    .with("width", 4 * unit)
                    .with("height", STRIP));
        }
        cells.add(Svg.text("effect up to " + Shown.fixed(largest, 2), 8, MEAN_HEIGHT - 3, "tick"));
        return cells;
    }

    private static Element path(List<Double> values, Scale scale, String style) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            path.append(scale.point(i == 0 ? "M" : "L", i, values.get(i)));
        }
        return Element.of("path").with("class", style).with("d", path.toString());
    }

    private static String outline(List<Double> above, List<Double> below, Scale scale) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < above.size(); i++) {
            path.append(scale.point(i == 0 ? "M" : "L", i, above.get(i)));
        }
        for (int i = below.size() - 1; i >= 0; i--) {
            path.append(scale.point("L", i, below.get(i)));
        }
        return path.append('Z').toString();
    }

    private static String time(double seconds) {
        return String.format(Locale.ROOT, "%d:%04.1f", (int) (seconds / 60), seconds % 60);
    }

    /** The class of a beat class's colour. */
    static String style(BeatClass beatClass) {
        return beatClass.name().toLowerCase(Locale.ROOT);
    }

    /** Where samples and values lie in a picture. */
    private record Scale(double low, double high, double width, double top, double bottom) {
        static Scale of(List<List<Double>> rows, double width, double top, double bottom) {
            double low = rows.stream()
                    .flatMap(List::stream)
                    .mapToDouble(v -> v)
                    .min()
                    .orElse(0);
            double high = rows.stream()
                    .flatMap(List::stream)
                    .mapToDouble(v -> v)
                    .max()
                    .orElse(1);
            return new Scale(low, Math.max(high, low + 0.5), width, top, bottom);
        }

        double left(double sample) {
            return 8 + sample * (width - 16) / Preprocessing.WINDOW_SAMPLES;
        }

        String point(String move, int sample, double value) {
            double y = bottom - (value - low) / (high - low) * (bottom - top);
            return String.format(Locale.ROOT, "%s%.1f %.1f", move, left(sample), y);
        }
    }
}
