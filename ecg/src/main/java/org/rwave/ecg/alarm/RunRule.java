package org.rwave.ecg.alarm;

import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.rhythm.BeatHistory;

/**
 * Three or more consecutive ventricular beats that make neither a tachycardia nor a rhythm of their own (EC57:2012, 4.4:
 * a run is at least 3 V or F). Fast ones are non-sustained ventricular tachycardia, slow ones a run of PVCs (Philips,
 * Mindray: 3 to 4 below the tachycardia rate). Said when the run has ended, at the next beat or an interruption, so that
 * a run that grows into a tachycardia is announced as that alone.
 *
 * <p>The rate is the mean over the run, without the coupling interval. Most of its beats must be of good quality.
 */
final class RunRule implements BeatRule {
    /** EC57: two are a couplet. */
    private static final int LEAST_BEATS = 3;

    private final AlarmKind kind;
    private final int belowBeats;
    private final double tachycardiaPerMinute;

    private RunRule(AlarmKind kind, int belowBeats, AlarmSettings settings) {
        this.kind = kind;
        this.belowBeats = belowBeats;
        this.tachycardiaPerMinute = settings.get(AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE);
    }

    /** Runs as fast as a tachycardia, with too few beats for one. */
    static RunRule nonSustainedTachycardia(AlarmSettings settings) {
        return new RunRule(
                AlarmKind.NON_SUSTAINED_VENTRICULAR_TACHYCARDIA,
                settings.count(AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS),
                settings);
    }

    /** Slower runs, with too few beats for an idioventricular rhythm. */
    static RunRule slowRun(AlarmSettings settings) {
        return new RunRule(
                AlarmKind.VENTRICULAR_RUN, settings.count(AlarmThreshold.IDIOVENTRICULAR_RHYTHM_BEATS), settings);
    }

    @Override
    public AlarmKind kind() {
        return kind;
    }

    @Override
    public String version() {
        return kind == AlarmKind.VENTRICULAR_RUN ? "ventricular-run-1" : "non-sustained-ventricular-tachycardia-1";
    }

    @Override
    public Claim judge(BeatHistory beats, boolean active) {
        return beats.isVentricular(0) || beats.size() < 2 ? Claim.NOTHING : judgeRun(beats, 1);
    }

    @Override
    public Claim judgeInterrupted(BeatHistory beats) {
        return beats.size() == 0 ? Claim.NOTHING : judgeRun(beats, 0);
    }

    private Claim judgeRun(BeatHistory beats, int lastBack) {
        int length = beats.ventricularRun(lastBack);
        if (length < LEAST_BEATS
                || length >= belowBeats
                || beats.count(BeatClass.V, lastBack, length) == 0
                || !beats.mostlyReliable(lastBack, length)) {
            return Claim.NOTHING;
        }
        double perMinute = beats.beatsPerMinute(lastBack, length);
        boolean isFast = perMinute >= tachycardiaPerMinute;
        return isFast != (kind == AlarmKind.NON_SUSTAINED_VENTRICULAR_TACHYCARDIA)
                ? Claim.NOTHING
                : Claim.raise(
                        beats.sampleIndex(lastBack + length - 1),
                        beats.sampleIndexes(lastBack, length),
                        length + " ventricular beats at " + Claim.perMinute(perMinute),
                        criteria(beats, lastBack, length, perMinute));
    }

    private Criterion[] criteria(BeatHistory beats, int lastBack, int length, double perMinute) {
        boolean isSlow = kind == AlarmKind.VENTRICULAR_RUN;
        AlarmThreshold below =
                isSlow ? AlarmThreshold.IDIOVENTRICULAR_RHYTHM_BEATS : AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS;
        AlarmThreshold limit = AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE;
        String rate = "mean rate of the run";
        return new Criterion[] {
            Criterion.fixed("ventricular beats in a row", length, Criterion.Comparison.AT_LEAST, LEAST_BEATS, ""),
            Criterion.below(below, "ventricular beats in a row", length, belowBeats),
            isSlow
                    ? Criterion.below(limit, rate, perMinute, tachycardiaPerMinute)
                    : Criterion.atLeast(limit, rate, perMinute, tachycardiaPerMinute),
            Criterion.oneVentricular(beats.count(BeatClass.V, lastBack, length)),
            Criterion.mostlyReliable(beats.reliable(lastBack, length), length)
        };
    }
}
