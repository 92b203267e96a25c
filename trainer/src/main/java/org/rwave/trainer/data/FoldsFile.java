package org.rwave.trainer.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads how DS1 is cut into folds: lines {@code NAME = RECORD RECORD ...}; {@code #} begins a comment. Each fold is judged
 * by a model that learned from all other records of DS1, also from those in no fold.
 */
public final class FoldsFile {
    private final String source;
    private final List<DataSplit> folds = new ArrayList<>();
    private final Map<String, Integer> lineOfRecord = new LinkedHashMap<>();

    private FoldsFile(String source) {
        this.source = source;
    }

    /**
     * The folds of {@code file} in order.
     *
     * @throws IllegalArgumentException naming file, line and rule
     */
    public static List<DataSplit> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + " is not a file; --folds names the file with the folds");
        }
        return parse(file.toString(), Files.readAllLines(file));
    }

    /** The folds in {@code lines}, which came from {@code source}. */
    public static List<DataSplit> parse(String source, List<String> lines) {
        FoldsFile parsed = new FoldsFile(source);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                parsed.accept(line, i + 1);
            }
        }
        if (parsed.folds.size() < 2) {
            throw new IllegalArgumentException(
                    source + ": cross-validation needs at least two folds, found " + parsed.folds.size());
        }
        return List.copyOf(parsed.folds);
    }

    /** {@code folds} as lines of such a file. */
    public static List<String> format(List<DataSplit> folds) {
        return folds.stream()
                .map(fold -> fold.name() + " = " + fold.recordList())
                .toList();
    }

    private void accept(String line, int number) {
        int equals = line.indexOf('=');
        if (equals <= 0) {
            throw wrong(number, "a fold is written NAME = RECORD RECORD ..., was '" + line + "'");
        }
        String name = line.substring(0, equals).strip();
        String records = line.substring(equals + 1).strip();
        if (folds.stream().anyMatch(fold -> fold.name().equals(name))) {
            throw wrong(number, "there is a fold '" + name + "' already");
        }
        if (records.isEmpty()) {
            throw wrong(number, "fold '" + name + "' has no record; each has at least one");
        }
        List<String> list = Arrays.asList(records.split("\\s+", -1));
        list.forEach(record -> check(record, number));
        folds.add(new DataSplit(name, list));
    }

    private void check(String record, int number) {
        if (DataSplit.DS2.records().contains(record)) {
            throw wrong(number, "record " + record + " belongs to the test set DS2, which training must not see");
        }
        if (!DataSplit.DS1.records().contains(record)) {
            throw wrong(number, "record " + record + " is not in the training set DS1: " + DataSplit.DS1.recordList());
        }
        Integer before = lineOfRecord.putIfAbsent(record, number);
        if (before != null) {
            throw wrong(number, "record " + record + " is named in line " + before + " already");
        }
    }

    private IllegalArgumentException wrong(int line, String rule) {
        return new IllegalArgumentException(source + " line " + line + ": " + rule);
    }
}
