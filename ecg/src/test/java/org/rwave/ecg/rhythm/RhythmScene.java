package org.rwave.ecg.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.rhythm.RhythmScript.Step;
import org.rwave.ecg.rhythm.RhythmScript.Stretch;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.TimeAnchor;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** Plays a {@link RhythmScript} to a rhythm tracker as the monitor would, vital signs once a second. */
final class RhythmScene {
    static final RhythmLimits ADULT = new RhythmLimits(5, 100, 5, 5, 150, 3, 3, 4_000_000);

    private final RhythmLimits limits;
    private final SamplingRate rate;
    private final TimeAnchor anchor;
    private final long firstSample;
    private final boolean resumesOften;
    private RhythmTracker tracker;
    private final List<VitalSigns> vitals = new ArrayList<>();
    private ClassifiedBeat open;
    private boolean afterGap = true;
    private long cursorMillis;
    private long nextVitalMillis = 1000;
    private int largestSnapshot;

    /** The vital signs of a scene. */
    record Seen(List<VitalSigns> vitals) {
        VitalSigns latest() {
            return vitals.get(vitals.size() - 1);
        }

        /** Seconds from {@code second} until the vital signs fulfil {@code wanted}. */
        int secondsFrom(int second, Predicate<VitalSigns> wanted) {
            for (int i = second; i < vitals.size(); i++) {
                if (wanted.test(vitals.get(i))) {
                    return i + 1 - second;
                }
            }
            return Integer.MAX_VALUE;
        }
    }

    RhythmScene(double hertz, long firstSample, boolean resumesOften) {
        this(ADULT, hertz, firstSample, resumesOften);
    }

    RhythmScene(RhythmLimits limits, double hertz, long firstSample, boolean resumesOften) {
        this.limits = limits;
        this.rate = rate(hertz);
        this.anchor = new TimeAnchor(firstSample, 0, rate);
        this.firstSample = firstSample;
        this.resumesOften = resumesOften;
        this.tracker = new RhythmTracker(limits, rate);
    }

    static SamplingRate rate(double hertz) {
        return new SamplingRate(hertz);
    }

    /** Vital signs without sample indices, rates rounded to a millionth. */
    static List<String> told(List<VitalSigns> vitals) {
        return vitals.stream()
                .map(vital -> vital.epochMicros() + " "
                        + Math.round(1e6 * vital.heartRate().orElse(-1)) + " " + vital.pvcPerMinute() + " "
                        + vital.rhythm() + " " + vital.monitoring())
                .toList();
    }

    int largestSnapshotBytes() {
        return largestSnapshot;
    }

    /** Plays {@code rhythm} and states the vital signs once more at its end. */
    Seen play(String rhythm) {
        Step last = null;
        for (Step step : RhythmScript.of(rhythm).steps()) {
            play(step);
            last = step;
            if (resumesOften) {
                resume();
            }
        }
        closeOpenBeat();
        boolean off = last != null && last.stretch() == Stretch.OFF;
        vitals.add(vitalsAt(cursorMillis, off ? LeadStatus.OFF : LeadStatus.GOOD, !off));
        return new Seen(List.copyOf(vitals));
    }

    private void play(Step step) {
        long end = cursorMillis + step.millis();
        switch (step.stretch()) {
            case BEAT -> {
                vitalsUntil(end, LeadStatus.GOOD, true);
                beat(end, step);
            }
            case GAP -> {
                closeOpenBeat();
                tracker.gap();
                afterGap = true;
                nextVitalMillis = Math.max(nextVitalMillis, (end + 999) / 1000 * 1000);
            }
            case OFF -> vitalsUntil(end, LeadStatus.OFF, false);
            default -> vitalsUntil(end, LeadStatus.GOOD, true);
        }
        cursorMillis = end;
    }

    private void vitalsUntil(long endMillis, LeadStatus status, boolean monitoring) {
        for (; nextVitalMillis < endMillis; nextVitalMillis += 1000) {
            vitals.add(vitalsAt(nextVitalMillis, status, monitoring));
        }
    }

    private VitalSigns vitalsAt(long millis, LeadStatus status, boolean monitoring) {
        return tracker.vitalsAt(sampleAt(millis), anchor, List.of(status), monitoring);
    }

    private void beat(long atMillis, Step step) {
        tracker.rPeak(sampleAt(atMillis));
        closeOpenBeat();
        open = beat(sampleAt(atMillis), step.beatClass(), 1, afterGap, step.lowQuality());
        afterGap = false;
    }

    private void closeOpenBeat() {
        if (open != null) {
            tracker.beat(open);
            open = null;
        }
    }

    private void resume() {
        SnapshotWriter out = new SnapshotWriter();
        tracker.save(out);
        largestSnapshot = Math.max(largestSnapshot, out.toByteArray().length);
        tracker = new RhythmTracker(limits, rate);
        tracker.load(new SnapshotReader(out.toByteArray()));
    }

    private long sampleAt(long millis) {
        return firstSample + rate.sampleAt(millis / 1e3);
    }

    static ClassifiedBeat beat(long sample, int revision) {
        return beat(sample, BeatClass.N, revision, false, false);
    }

    private static ClassifiedBeat beat(
            long sample, BeatClass beatClass, int revision, boolean startsAfterGap, boolean lowQuality) {
        return new ClassifiedBeat(
                sample,
                0,
                beatClass,
                ClassProbabilities.certain(beatClass),
                OptionalLong.empty(),
                revision,
                startsAfterGap,
                false,
                lowQuality,
                "test");
    }
}
