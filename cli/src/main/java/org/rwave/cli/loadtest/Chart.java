package org.rwave.cli.loadtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plot with lines, as SVG that stands in a page by itself. Both axes from 0. */
final class Chart {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 260;
    private static final int LEFT = 70;
    private static final int RIGHT = 40;
    private static final int TOP = 30;
    private static final int BOTTOM = 40;
    private static final int GRID_LINES = 5;
    private static final String[] COLOURS = {"#1b6ca8", "#d1495b", "#66a182", "#edae49", "#6b4e71", "#444444"};

    private final String title;
    private final String xLabel;
    private final List<Line> lines = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    private record Point(double x, double y) {}

    private record Line(String name, List<Point> points) {}

    private record Mark(double x, String text) {}

    Chart(String title, String xLabel) {
        this.title = title;
        this.xLabel = xLabel;
    }

    /** Adds a line through these points. */
    Chart line(String name, double[] x, double[] y) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            points.add(new Point(x[i], y[i]));
        }
        lines.add(new Line(name, points));
        return this;
    }

    /** Labels a place on the x axis; with marks there are no numbers there. */
    Chart mark(double x, String text) {
        marks.add(new Mark(x, text));
        return this;
    }

    String svg() {
        double mostX = most(true);
        double mostY = niceAbove(most(false));
        StringBuilder svg = new StringBuilder();
        add(svg, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, Html.escaped(title));
        add(svg, "<text x=\"%d\" y=\"18\" class=\"title\">%s</text>", LEFT, Html.escaped(title));
        for (int i = 0; i <= GRID_LINES; i++) {
            double value = mostY * i / GRID_LINES;
            double y = y(value, mostY);
            add(svg, "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" class=\"grid\"/>", LEFT, WIDTH - RIGHT, y, y);
            add(svg, "<text x=\"%d\" y=\"%.1f\" class=\"y\">%s</text>", LEFT - 6, y + 4, number(value));
        }
        xAxis(svg, mostX);
        for (int i = 0; i < lines.size(); i++) {
            draw(svg, i, mostX, mostY);
        }
        return svg.append("</svg>\n").toString();
    }

    private void xAxis(StringBuilder svg, double mostX) {
        List<Mark> shown = new ArrayList<>(marks);
        double step = niceAbove(mostX / GRID_LINES);
        for (int i = 0; i * step <= mostX && marks.isEmpty(); i++) {
            shown.add(new Mark(i * step, number(i * step)));
        }
        for (Mark mark : shown) {
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\" class=\"x\">%s</text>",
                    x(mark.x, mostX),
                    HEIGHT - 22,
                    Html.escaped(mark.text));
        }
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" class=\"x\">%s</text>",
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 6,
                Html.escaped(xLabel));
    }

    private void draw(StringBuilder svg, int index, double mostX, double mostY) {
        Line line = lines.get(index);
        String colour = COLOURS[index % COLOURS.length];
        svg.append("<polyline fill=\"none\" stroke-width=\"1.5\" stroke=\"")
                .append(colour)
                .append("\" points=\"");
        for (Point point : line.points) {
            add(svg, "%.1f,%.1f ", x(point.x, mostX), y(point.y, mostY));
        }
        svg.append("\"/>");
        int column = LEFT + 250 + 110 * index;
        add(svg, "<rect x=\"%d\" y=\"10\" width=\"10\" height=\"10\" fill=\"%s\"/>", column, colour);
        add(svg, "<text x=\"%d\" y=\"19\">%s</text>", column + 14, Html.escaped(line.name));
    }

    private static double x(double value, double most) {
        return LEFT + value / Math.max(1e-9, most) * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double value, double most) {
        return HEIGHT - BOTTOM - value / Math.max(1e-9, most) * (HEIGHT - TOP - BOTTOM);
    }

    private double most(boolean isX) {
        return lines.stream()
                .flatMap(line -> line.points.stream())
                .mapToDouble(isX ? Point::x : Point::y)
                .max()
                .orElse(1);
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double niceAbove(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1e-9, value))));
        for (double step : new double[] {1, 2, 5}) {
            if (value <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private static String number(double value) {
        String format = value >= 100 || value == Math.rint(value) ? "%,.0f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
