package org.rwave.cli.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rwave.ecg.beat.ClassifiedBeat;

/** The strip for a terminal: two by four dots a character, beats by the letters of their classes above. */
final class BrailleStrip {
    private static final int COLUMNS = 100;
    private static final int DOTS_HIGH = 4;
    private static final int DOTS_WIDE = 2;
    private static final int EMPTY = 0x2800;
    private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
    /** Rows of each millivolt; a lead has at least three and at most {@link #MOST_ROWS}. */
    private static final double ROWS_PER_MILLIVOLT = 4;

    private static final int MOST_ROWS = 12;
    private static final String INDENT = "      ";

    private final Explanation explanation;
    private final Strip strip;

    BrailleStrip(Explanation explanation) {
        this.explanation = explanation;
        this.strip = explanation.strip();
    }

    /** Lines without line ends. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(INDENT + letters());
        for (int lead = 0; lead < strip.leadNames().size(); lead++) {
            lines.addAll(lead(lead));
            lines.add("");
        }
        lines.add(INDENT + interval());
        lines.add(INDENT + seconds());
        return lines;
    }

    private String letters() {
        char[] row = blank();
        for (ClassifiedBeat beat : explanation.beats()) {
            put(row, beat.sampleIndex(), beat.beatClass().name().charAt(0));
        }
        return new String(row).stripTrailing();
    }

    /** The evidence as a bar, the onset and the decision as triangles under it. */
    private String interval() {
        char[] row = blank();
        int from = Math.max(0, column(explanation.evidenceFrom()));
        int to = Math.min(COLUMNS - 1, column(explanation.evidenceTo()));
        for (int column = from; column <= to; column++) {
            row[column] = '━';
        }
        put(row, explanation.event().onsetSampleIndex(), '△');
        put(row, explanation.event().atSampleIndex(), '▲');
        return new String(row).stripTrailing();
    }

    private String seconds() {
        char[] row = blank();
        double from = strip.rate().secondsAt(strip.window().from());
        double to = strip.rate().secondsAt(strip.window().to());
        for (int second = (int) Math.ceil(from); second < to; second++) {
            String text = String.format(Locale.ROOT, "|%d s", second);
            int column = column(strip.rate().sampleAt(second));
            for (int i = 0; i < text.length() && column + i < COLUMNS; i++) {
                row[column + i] = text.charAt(i);
            }
        }
        return new String(row).stripTrailing();
    }

    private static char[] blank() {
        char[] row = new char[COLUMNS];
        Arrays.fill(row, ' ');
        return row;
    }

    private void put(char[] row, long sample, char mark) {
        if (strip.window().holds(sample)) {
            row[column(sample)] = mark;
        }
    }

    private int column(long sample) {
        return (int) Math.floorDiv(
                (sample - strip.window().from()) * COLUMNS, strip.window().length());
    }

    private List<String> lead(int lead) {
        double[] range = strip.range(lead);
        int rows = (int) Math.max(3, Math.min(MOST_ROWS, Math.ceil((range[2] - range[0]) * ROWS_PER_MILLIVOLT)));
        int[][] cells = new int[rows][COLUMNS];
        draw(lead, range, cells);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder(
                    row == 0
                            ? String.format(
                                    Locale.ROOT, "%-6.5s", strip.leadNames().get(lead))
                            : INDENT);
            for (int cell : cells[row]) {
                line.append((char) (EMPTY + cell));
            }
            lines.add(line.toString().replaceAll("\u2800+$", ""));
        }
        return lines;
    }

    private void draw(int lead, double[] range, int[][] cells) {
        int dotRows = DOTS_HIGH * cells.length;
        int dotColumns = DOTS_WIDE * COLUMNS;
        double scale = (dotRows - 1) / Math.max(0.5, range[2] - range[0]);
        int previous = -1;
        for (int offset = 0; offset < strip.length(); offset++) {
            double value = strip.millivolts(lead, offset);
            if (Double.isNaN(value)) {
                previous = -1;
                continue;
            }
            int x = (int) ((long) offset * dotColumns / strip.length());
            int y = (int) Math.round((range[2] - value) * scale);
            int from = previous < 0 ? y : Math.min(previous, y);
            int to = previous < 0 ? y : Math.max(previous, y);
            for (int dot = from; dot <= Math.min(to, dotRows - 1); dot++) {
                cells[dot / DOTS_HIGH][x / DOTS_WIDE] |= DOTS[dot % DOTS_HIGH][x % DOTS_WIDE];
            }
            previous = y;
        }
    }
}
