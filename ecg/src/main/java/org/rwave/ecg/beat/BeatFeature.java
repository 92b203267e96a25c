package org.rwave.ecg.beat;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a feature and the group it belongs to, for reports that explain what a model leans on. Whoever changes what
 * the parts of {@link FeatureVector} write changes the list here.
 *
 * @param name short, in the words of a cardiographer
 * @param group what it is about
 */
public record BeatFeature(String name, Group group) {
    /** What features are about. */
    public enum Group {
        RR_BEFORE("RR before the beat"),
        RR_AFTER("RR after the beat"),
        RR_AROUND("RR after against RR before"),
        RR_HISTORY("RR of the beats before"),
        IRREGULARITY("irregularity of the rhythm"),
        KNOWN("what is known of RR"),
        P_LIKENESS("P against the template"),
        QRS_LIKENESS("QRS against the template"),
        T_LIKENESS("T against the template"),
        P_SIZE("size of P"),
        QRS_SIZE("size and width of QRS"),
        T_SIZE("size of T"),
        COMPANY("company of the shape");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /** How reports name it. */
        public String title() {
            return title;
        }

        /** Whether it is about intervals rather than looks. */
        public boolean isRhythm() {
            return compareTo(KNOWN) <= 0;
        }
    }

    private static final List<BeatFeature> ALL = list();

    /** All features in the order of {@link BeatInput}. */
    public static List<BeatFeature> all() {
        return ALL;
    }

    private static List<BeatFeature> list() {
        List<BeatFeature> features = new ArrayList<>();
        rhythm(features);
        for (int lead = 1; lead <= Preprocessing.LEADS; lead++) {
            looks(features, "lead " + lead + ": ");
        }
        add(features, Group.COMPANY, "likeness to the shape it is most like");
        add(features, Group.COMPANY, "share of beats with this shape");
        add(features, Group.COMPANY, "usual prematurity of this shape");
        add(features, Group.COMPANY, "shape is the dominant one");
        spread(features);
        conducted(features);
        longMemory(features);
        usualLooks(features);
        add(features, Group.COMPANY, "beat before: QRS correlation");
        add(features, Group.COMPANY, "beat before: P correlation");
        add(features, Group.COMPANY, "beat before: QRS difference / usual");
        add(features, Group.QRS_LIKENESS, "QRS correlation with the beat before");
        add(features, Group.QRS_SIZE, "QRS width less that of the narrow beats");
        return List.copyOf(features);
    }

    private static void rhythm(List<BeatFeature> features) {
        for (String usual : List.of("median", "mean of 10", "80th percentile", "mean of 60")) {
            add(features, Group.RR_BEFORE, "RR before / " + usual);
            add(features, Group.RR_AFTER, "RR after / " + usual);
        }
        add(features, Group.RR_HISTORY, "mean of 60 / median");
        add(features, Group.RR_HISTORY, "20th percentile / median");
        add(features, Group.RR_AROUND, "RR after / RR before");
        add(features, Group.RR_BEFORE, "RR before / the one before it");
        for (int back = 1; back <= 5; back++) {
            add(features, Group.RR_HISTORY, "RR " + back + " back / median");
        }
        add(features, Group.RR_HISTORY, "mean of 10 / median");
        add(features, Group.RR_HISTORY, "80th percentile / median");
        add(features, Group.RR_AROUND, "mean of RR before and after / median");
        add(features, Group.IRREGULARITY, "coefficient of variation");
        add(features, Group.IRREGULARITY, "successive differences");
        add(features, Group.IRREGULARITY, "share of unlike neighbours");
        add(features, Group.RR_HISTORY, "median RR");
        add(features, Group.KNOWN, "next beat is known");
        add(features, Group.KNOWN, "RR after was looked at");
        add(features, Group.KNOWN, "RR before is known");
        add(features, Group.KNOWN, "beats remembered");
    }

    private static void spread(List<BeatFeature> features) {
        add(features, Group.RR_BEFORE, "RR before / 90th percentile");
        add(features, Group.RR_AFTER, "RR after / 90th percentile");
        add(features, Group.RR_BEFORE, "rank of RR before among 60");
        add(features, Group.RR_BEFORE, "rank of RR before among 30");
        add(features, Group.IRREGULARITY, "median step between intervals");
        add(features, Group.IRREGULARITY, "entropy of the intervals");
        add(features, Group.IRREGULARITY, "correlation of neighbouring intervals");
        add(features, Group.RR_HISTORY, "share of early beats among 60");
    }

    private static void conducted(List<BeatFeature> features) {
        add(features, Group.RR_BEFORE, "RR before / conducted median");
        add(features, Group.RR_BEFORE, "RR before / conducted 80th percentile");
        add(features, Group.RR_AFTER, "RR after / conducted median");
        add(features, Group.IRREGULARITY, "median step of the conducted rhythm");
        add(features, Group.COMPANY, "share of beats not of the normal shape");
    }

    private static void longMemory(List<BeatFeature> features) {
        add(features, Group.RR_BEFORE, "RR before / 90th percentile of 200");
        add(features, Group.RR_BEFORE, "RR before / median of 200");
        add(features, Group.RR_BEFORE, "RR before / 75th percentile of 200");
        add(features, Group.RR_HISTORY, "90th percentile of 200 / median of 200");
        add(features, Group.RR_HISTORY, "share of early beats among 200");
        add(features, Group.RR_BEFORE, "RR before / mean of 100");
        add(features, Group.RR_BEFORE, "RR before / mean of 400");
        add(features, Group.IRREGULARITY, "75th percentile of 200 / 25th");
    }

    private static void usualLooks(List<BeatFeature> features) {
        add(features, Group.P_LIKENESS, "usual P correlation");
        add(features, Group.P_LIKENESS, "P correlation less the usual");
        add(features, Group.P_LIKENESS, "P difference / usual");
        add(features, Group.QRS_LIKENESS, "QRS difference / usual");
        add(features, Group.T_LIKENESS, "T difference / usual");
        add(features, Group.P_SIZE, "P energy of the template");
        add(features, Group.P_SIZE, "P energy of the template / usual P difference");
    }

    private static void looks(List<BeatFeature> features, String lead) {
        add(features, Group.P_LIKENESS, lead + "P correlation");
        add(features, Group.P_LIKENESS, lead + "P difference");
        add(features, Group.QRS_LIKENESS, lead + "QRS correlation");
        add(features, Group.QRS_LIKENESS, lead + "QRS difference");
        add(features, Group.T_LIKENESS, lead + "T correlation");
        add(features, Group.T_LIKENESS, lead + "T difference");
        add(features, Group.QRS_SIZE, lead + "QRS amplitude");
        add(features, Group.QRS_SIZE, lead + "QRS width");
        add(features, Group.QRS_SIZE, lead + "QRS width less template's");
        add(features, Group.P_SIZE, lead + "P energy");
        add(features, Group.QRS_SIZE, lead + "QRS mean");
        add(features, Group.T_SIZE, lead + "T mean");
    }

    private static void add(List<BeatFeature> features, Group group, String name) {
        features.add(new BeatFeature(name, group));
    }
}
