package org.rwave.ecg.score;

/** The six percentages of {@code bxb -L}, in its order. */
public enum BeatStatistic {
    QRS_SENSITIVITY("           QRS sensitivity"),
    QRS_POSITIVE_PREDICTIVITY(" QRS positive predictivity"),
    VEB_SENSITIVITY("           VEB sensitivity"),
    VEB_POSITIVE_PREDICTIVITY(" VEB positive predictivity"),
    SVEB_SENSITIVITY("          SVEB sensitivity"),
    SVEB_POSITIVE_PREDICTIVITY("SVEB positive predictivity");

    private final String title;

    BeatStatistic(String title) {
        this.title = title;
    }

    /** The name right-aligned, as the standard report prints it. */
    String title() {
        return title;
    }

    /** The value in {@code matrix}. */
    public Ratio of(BeatMatrix matrix) {
        return switch (this) {
            case QRS_SENSITIVITY -> matrix.qrs().sensitivity();
            case QRS_POSITIVE_PREDICTIVITY -> matrix.qrs().positivePredictivity();
            case VEB_SENSITIVITY -> matrix.ventricular().sensitivity();
            case VEB_POSITIVE_PREDICTIVITY -> matrix.ventricular().positivePredictivity();
            case SVEB_SENSITIVITY -> matrix.supraventricular().sensitivity();
            case SVEB_POSITIVE_PREDICTIVITY -> matrix.supraventricular().positivePredictivity();
        };
    }
}
