package org.rwave.trainer.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A named set of MIT-BIH records. DS1 and DS2 are the inter-patient split of de Chazal, O'Dwyer and Reilly (2004, table
 * II); the four records with pacemakers (102, 104, 107, 217) are in neither.
 *
 * <p>201 (DS1) and 202 (DS2) are recordings of the same person, which the original split overlooked. It is kept, since
 * every published figure uses it; reports give DS2 without 202 beside it.
 */
public record DataSplit(String name, List<String> records) {
    /** Training set: 22 records. */
    public static final DataSplit DS1 =
            of("DS1", "101 106 108 109 112 114 115 116 118 119 122 124 201 203 205 207 208 209 215 220 223 230");

    /** Test set: 22 records, opened by {@code rwave evaluate} alone. */
    public static final DataSplit DS2 =
            of("DS2", "100 103 105 111 113 117 121 123 200 202 210 212 213 214 219 221 222 228 231 232 233 234");

    /**
     * DS1 in five parts for cross-validation: no record in two parts, the records with many S, V and F beats spread out.
     */
    public static final List<DataSplit> DS1_FOLDS = List.of(
            of("fold 1", "101 106 112 209"),
            of("fold 2", "115 122 201 208"),
            of("fold 3", "108 119 207 215 230"),
            of("fold 4", "114 118 124 203"),
            of("fold 5", "109 116 205 220 223"));

    /** DS2's record of the person who is also 201 of DS1. */
    public static final String SAME_PERSON_AS_201 = "202";

    public DataSplit {
        records = List.copyOf(records);
        if (new LinkedHashSet<>(records).size() != records.size()) {
            throw new IllegalArgumentException("split " + name + " names a record twice: " + records);
        }
    }

    private static DataSplit of(String name, String records) {
        return new DataSplit(name, List.of(records.split(" ")));
    }

    /** This split without the records of {@code other}. */
    public DataSplit without(DataSplit other) {
        List<String> rest = new ArrayList<>(records);
        rest.removeAll(other.records);
        return new DataSplit(name + " without " + other.name, rest);
    }

    /** The people behind the records; 201 and 202 are one. */
    public Set<String> patients() {
        Set<String> patients = new LinkedHashSet<>();
        for (String record : records) {
            patients.add(record.equals(SAME_PERSON_AS_201) ? "201" : record);
        }
        return patients;
    }

    /** The records, blank-separated. */
    public String recordList() {
        return String.join(" ", records);
    }
}
