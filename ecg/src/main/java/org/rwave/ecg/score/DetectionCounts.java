package org.rwave.ecg.score;

/** Events found, missed and invented, and the two statistics that follow. */
public record DetectionCounts(long truePositives, long falseNegatives, long falsePositives) {
    /** Se: of the reference events, those found. */
    public Ratio sensitivity() {
        return new Ratio(truePositives, truePositives + falseNegatives);
    }

    /** +P: of the claimed events, those that are real. */
    public Ratio positivePredictivity() {
        return new Ratio(truePositives, truePositives + falsePositives);
    }
}
