package org.rwave.ecg.alarm;

/** Where each rule comes from, for whoever asks why an alarm was raised; the rule's class says more. */
public final class RuleSource {
    private RuleSource() {}

    /** The published source of the rule of {@code kind}, one line. */
    public static String of(AlarmKind kind) {
        return switch (kind) {
            case ASYSTOLE -> "PhysioNet/CinC Challenge 2015; Philips, Mindray and Edan manuals: no QRS for 4 s";
            case VENTRICULAR_FIBRILLATION -> "PhysioNet/CinC Challenge 2015: fibrillatory or flutter wave for 4 s";
            case VENTRICULAR_TACHYCARDIA ->
                "PhysioNet/CinC Challenge 2015; Philips ST/AR: at least 5 ventricular beats, at least 100/min";
            case EXTREME_TACHYCARDIA -> "PhysioNet/CinC Challenge 2015: above 140/min over 17 beats";
            case EXTREME_BRADYCARDIA -> "PhysioNet/CinC Challenge 2015: below 40/min over 5 beats";
            case NON_SUSTAINED_VENTRICULAR_TACHYCARDIA, VENTRICULAR_RUN ->
                "ANSI/AAMI EC57:2012, 4.4: a run is at least 3 V or F; Philips, Mindray: below the tachycardia's length";
            case IDIOVENTRICULAR_RHYTHM -> "Mindray \"Vent. Rhythm\": at least 5, below the tachycardia's rate";
            case SUPRAVENTRICULAR_TACHYCARDIA -> "Philips \"SVT\", Spacelabs: run of at least 5 premature beats";
            case PAUSE -> "GE, Philips, Mindray manuals: 1 to 5 s, adjustable";
            case VENTRICULAR_COUPLET -> "ANSI/AAMI EC57:2012, 4.4; Philips \"Pair PVCs\", GE \"Couplet\"";
            case R_ON_T -> "Edan and Philips ST/AR operator's manuals";
            case BIGEMINY, TRIGEMINY -> "Mindray, Philips manuals: 3 cycles";
            case FREQUENT_VENTRICULAR_BEATS -> "Philips \"PVCs/min HIGH\", Mindray \"PVCs/min\": above 10";
            case MISSED_BEAT -> "Edan, Mindray operator's manuals";
            case IRREGULAR_RHYTHM -> "Tateno and Glass 2001 (successive differences); ESC guideline 2020 (30 s)";
            case LEADS_OFF -> "Philips, Mindray \"ECG Leads Off\"";
            case NOISY_SIGNAL -> "Mindray \"ECG Noisy\"; Philips \"Cannot Analyze ECG\"";
            case NO_DATA -> "no clinical source: the feed is silent by the wall clock";
        };
    }
}
