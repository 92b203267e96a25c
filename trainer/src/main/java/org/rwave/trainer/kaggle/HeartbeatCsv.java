package org.rwave.trainer.kaggle;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.LineNumberReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads and writes heartbeat files: {@value HeartbeatRow#LENGTH} comma-separated values from 0 to 1 and the label, no
 * header. What is written has the digits of the published files ({@code numpy.savetxt}).
 */
public final class HeartbeatCsv {
    private static final int COLUMNS = HeartbeatRow.LENGTH + 1;
    private static final Pattern COMMA = Pattern.compile(",");

    private HeartbeatCsv() {}

    /**
     * All rows of {@code file}.
     *
     * @throws IOException in one line with file, line and the rule that was broken
     */
    public static List<HeartbeatRow> read(Path file, RowLabels labels) throws IOException {
        List<HeartbeatRow> rows = new ArrayList<>();
        try (BufferedReader text = Files.newBufferedReader(file);
                LineNumberReader lines = new LineNumberReader(text)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try {
                    rows.add(parse(line, labels));
                } catch (IllegalArgumentException e) {
                    throw new IOException(file + ", line " + lines.getLineNumber() + ": " + e.getMessage(), e);
                }
            }
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": no such file; 'rwave data kaggle' makes the MIT-BIH ones", e);
        } catch (MalformedInputException e) {
            throw new IOException(file + ": is not a text file; needed are comma-separated numbers", e);
        }
        if (rows.isEmpty()) {
            throw new IOException(file + ": has no rows; needed is one line of " + COLUMNS + " numbers a beat");
        }
        return rows;
    }

    private static HeartbeatRow parse(String line, RowLabels labels) {
        String[] cells = COMMA.split(line, -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("has " + cells.length + " columns; a row has " + HeartbeatRow.LENGTH
                    + " values and a label, " + COLUMNS + " columns");
        }
        float[] values = new float[HeartbeatRow.LENGTH];
        for (int i = 0; i < values.length; i++) {
            double value = number(cells[i], i);
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException(column(i) + " is " + cells[i].strip() + "; values go from 0 to 1");
            }
            values[i] = (float) value;
        }
        double label = number(cells[HeartbeatRow.LENGTH], HeartbeatRow.LENGTH);
        if (!(label >= 0 && label < labels.count() && label == Math.rint(label))) {
            throw new IllegalArgumentException(column(HeartbeatRow.LENGTH) + ", the label, is "
                    + cells[HeartbeatRow.LENGTH].strip() + "; labels are whole numbers from 0 to "
                    + (labels.count() - 1) + " (" + String.join(", ", labels.names()) + ")");
        }
        return new HeartbeatRow(values, (int) label);
    }

    private static double number(String cell, int index) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    column(index) + " is '" + shortened(cell) + "'; all columns are numbers, and there is no header",
                    e);
        }
    }

    private static String column(int index) {
        return "column " + (index + 1);
    }

    private static String shortened(String cell) {
        String text = cell.strip();
        return text.length() > 20 ? text.substring(0, 20) + "..." : text;
    }

    /** Writes {@code rows} in their order; the file appears whole or not at all. */
    public static void write(Path file, List<HeartbeatRow> rows) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(unfinished, StandardCharsets.US_ASCII)) {
            StringBuilder line = new StringBuilder(COLUMNS * 25);
            for (HeartbeatRow row : rows) {
                line.setLength(0);
                for (int i = 0; i < HeartbeatRow.LENGTH; i++) {
                    SavetxtNumber.append(line, row.value(i));
                    line.append(',');
                }
                SavetxtNumber.append(line, row.label());
                out.append(line.append('\n'));
            }
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
