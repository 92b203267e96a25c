package org.rwave.trainer.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chart of lines over two axes, with a legend above it. Points outside the axes are cut off. */
final class Plot {
    private static final double LEFT = 52;
    private static final double RIGHT = 12;
    private static final double TOP = 26;
    private static final double BOTTOM = 40;

    private final Axis x;
    private final Axis y;
    private final double width;
    private final double height;
    private final List<Element> marks = new ArrayList<>();
    private final List<Element> legend = new ArrayList<>();
    private final Element svg;
    private double legendAt = LEFT;

    /** @param description what there is to see, for those who do not */
    Plot(String title, String description, Axis x, Axis y, double width, double height) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
        this.svg = Svg.picture(title, description, width, height);
    }

    /** One point of a line. */
    record Point(double x, double y) {}

    /** A line through {@code points}; {@code style} is the colour's class, optionally followed by a dash's. */
    Plot line(String name, String style, List<Point> points) {
        drawLine(style, points);
        addLegend(name, style);
        return this;
    }

    /** The same with a dot at each point. */
    Plot dottedLine(String name, String style, List<Point> points) {
        line(name, style, points);
        for (Point point : points) {
            if (isInside(point)) {
                marks.add(Element.of("circle")
                        .with("class", "dot " + style)
                        .with("cx", left(point.x))
                        .with("cy", top(point.y))
                        .with("r", 2.6));
            }
        }
        return this;
    }

    /** A line that explains the others: chance, perfection. Without an entry in the legend. */
    Plot reference(Point from, Point to) {
        marks.add(Element.of("line")
                .with("class", "reference")
                .with("x1", left(from.x))
                .with("y1", top(from.y))
                .with("x2", left(to.x))
                .with("y2", top(to.y)));
        return this;
    }

    /** The finished picture. */
    Element draw() {
        for (Axis.Tick tick : x.ticks()) {
            svg.add(gridLine(left(tick.value()), TOP, left(tick.value()), height - BOTTOM));
            svg.add(Svg.text(tick.label(), left(tick.value()), height - BOTTOM + 15, "tick middle"));
        }
        for (Axis.Tick tick : y.ticks()) {
            svg.add(gridLine(LEFT, top(tick.value()), width - RIGHT, top(tick.value())));
            svg.add(Svg.text(tick.label(), LEFT - 7, top(tick.value()) + 4, "tick end"));
        }
        svg.add(Svg.text(x.label(), (LEFT + width - RIGHT) / 2, height - 5, "axis middle"));
        double middle = (TOP + height - BOTTOM) / 2;
        svg.add(Svg.text(y.label(), 13, middle, "axis middle")
                .with("transform", String.format(Locale.ROOT, "rotate(-90 13 %.1f)", middle)));
        return svg.add(marks).add(legend);
    }

    private void drawLine(String style, List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            if (isInside(point)) {
                path.append(String.format(
                        Locale.ROOT, "%s%.1f %.1f", path.length() == 0 ? "M" : "L", left(point.x), top(point.y)));
            }
        }
        if (path.length() > 0) {
            marks.add(Element.of("path").with("class", "line " + style).with("d", path.toString()));
        }
    }

    private void addLegend(String name, String style) {
        legend.add(Element.of("path")
                .with("class", "line " + style)
                .with("d", String.format(Locale.ROOT, "M%.1f 11L%.1f 11", legendAt, legendAt + 20)));
        legend.add(Svg.text(name, legendAt + 25, 15, "legend"));
        legendAt += 25 + Svg.width(name) + 14;
    }

    private static Element gridLine(double x1, double y1, double x2, double y2) {
        return Element.of("line")
                .with("class", "grid")
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2);
    }

    private boolean isInside(Point point) {
        double across = x.place(point.x);
        double up = y.place(point.y);
        return across > -1e-9 && across < 1 + 1e-9 && up > -1e-9 && up < 1 + 1e-9;
    }

    private double left(double value) {
        return LEFT + x.place(value) * (width - LEFT - RIGHT);
    }

    private double top(double value) {
        return height - BOTTOM - y.place(value) * (height - TOP - BOTTOM);
    }
}
