package org.rwave.trainer.kaggle;

import java.util.List;

/** What the labels of a heartbeat file mean. */
public enum RowLabels {
    /** {@code mitbih_train.csv}, {@code mitbih_test.csv}: the classes in the order of {@code BeatClass}. */
    MIT_BIH("N,S,V,F,Q"),
    /** {@code ptbdb_normal.csv}, {@code ptbdb_abnormal.csv}: healthy control or myocardial infarction. */
    PTB("normal,abnormal");

    private final String names;

    RowLabels(String names) {
        this.names = names;
    }

    /** The classes' names; label k is the k-th. */
    public List<String> names() {
        return List.of(names.split(",", -1));
    }

    public int count() {
        return names().size();
    }
}
