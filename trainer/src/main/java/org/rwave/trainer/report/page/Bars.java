package org.rwave.trainer.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Horizontal bars from a common zero, each with its name to the left and its value at its end. */
final class Bars {
    private static final double ROW = 19;
    private static final double VALUE = 46;

    private final double names;
    private final double width;
    private final List<Bar> bars = new ArrayList<>();

    private record Bar(
            String name, double value, String shown, String style, boolean startsGroup, double low, double high) {}

    /** @param names width of the column of names */
    Bars(double names, double width) {
        this.names = names;
        this.width = width;
    }

    /** Another bar; {@code style} is its colour's class. */
    Bars bar(String name, double value, String shown, String style) {
        bars.add(new Bar(name, value, shown, style, false, Double.NaN, Double.NaN));
        return this;
    }

    /** A bar with some room above it. */
    Bars groupedBar(String name, double value, String shown, String style) {
        bars.add(new Bar(name, value, shown, style, true, Double.NaN, Double.NaN));
        return this;
    }

    /** Gives the last bar a line from {@code low} to {@code high}: its uncertainty. */
    Bars from(double low, double high) {
        Bar last = bars.remove(bars.size() - 1);
        bars.add(new Bar(last.name, last.value, last.shown, last.style, last.startsGroup, low, high));
        return this;
    }

    /** The finished picture; the longest bar, or {@code atLeast}, fills the width. */
    Element draw(String title, String description, double atLeast) {
        double largest = bars.stream()
                .mapToDouble(bar -> Math.abs(bar.value))
                .filter(value -> !Double.isNaN(value))
                .reduce(atLeast, Math::max);
        boolean isSigned = bars.stream().anyMatch(bar -> bar.value < 0);
        double left = names + (isSigned ? VALUE : 6);
        double room = width - left - VALUE;
        double zero = isSigned ? left + room / 2 : left;
        double unit = (isSigned ? room / 2 : room) / largest;
        Element rows = Element.of("g");
        double top = 4;
        for (Bar bar : bars) {
            top += bar.startsGroup ? 8 : 0;
            draw(bar, rows, top, zero, unit);
            top += ROW;
        }
        Element svg = Svg.picture(title, description, width, top + 4);
        return svg.add(rows)
                .add(Element.of("line")
                        .with("class", "zero")
                        .with("x1", zero)
                        .with("y1", 2)
                        .with("x2", zero)
                        .with("y2", top + 2));
    }

    private void draw(Bar bar, Element into, double top, double zero, double unit) {
        double length = Double.isNaN(bar.value) ? 0 : Math.abs(bar.value) * unit;
        boolean isLeft = bar.value < 0;
        into.add(Svg.text(bar.name, names - 4, top + 13, "tick end"));
        into.add(Element.of("rect", Element.of("title", bar.name + ": " + bar.shown))
                .with("class", "bar " + bar.style)
                .with("x", isLeft ? zero - length : zero)
                .with("y", top + 2)
                .with("width", length)
                .with("height", ROW - 5));
        boolean isUncertain = !Double.isNaN(bar.low) && !Double.isNaN(bar.high);
        if (isUncertain) {
            into.add(Element.of("path")
                    .with("class", "whisker")
                    .with(
                            "d",
                            String.format(
                                    Locale.ROOT,
                                    "M%.1f %.1fH%.1f",
                                    zero + bar.low * unit,
                                    top + 2 + (ROW - 5) / 2,
                                    zero + bar.high * unit)));
        }
        double reach = isUncertain ? Math.max(length, bar.high * unit) : length;
        double end = isLeft ? zero - reach - 4 : zero + reach + 4;
        into.add(Svg.text(bar.shown, end, top + 13, isLeft ? "tick end" : "tick"));
    }
}
