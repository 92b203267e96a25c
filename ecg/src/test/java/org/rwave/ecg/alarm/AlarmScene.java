package org.rwave.ecg.alarm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.beat.LikeBeat;
import org.rwave.ecg.fibrillation.Oscillation;
import org.rwave.ecg.rhythm.RhythmScript;
import org.rwave.ecg.rhythm.RhythmScript.Step;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.TimeAnchor;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Plays a {@link RhythmScript} to an alarm engine as the monitor would: R peaks when they happen, the final class with the
 * next R peak or when the signal is interrupted, a tick every 100 ms, a look at the wave every 400 ms. Of fibrillation the looks
 * say what {@code FibrillationDetector} would: possible when it has lasted for 2.8 s, certain from 4 s on, over 2 s after it.
 */
final class AlarmScene {
    /** Enough for a tachycardia, too little to count a beat before its class is known. */
    static final double ALIKE = 0.87;

    private static final Oscillation FIBRILLATION = new Oscillation(true, true, 4, 4.5, 0.4, 0.5, 0.8);
    private static final Oscillation POSSIBLE = new Oscillation(false, true, 4, 4.5, 0.4, 0.5, 0.8);
    private static final Oscillation ENDING = new Oscillation(true, false, -2, 4.5, 0.8, 0.9, 0.8);

    static final long EPOCH_MICROS = 1_700_000_000_000_000L;

    private final AlarmSettings settings;
    private final SamplingRate rate;
    private final TimeAnchor anchor;
    private final boolean resumesOften;
    private final long firstSample;

    private AlarmEngine engine;
    private final List<AlarmEvent> events = new ArrayList<>();
    private ClassifiedBeat open;
    private long cursorMillis;
    private long nextTickMillis;
    private long lastBeatMillis = -1;
    private int largestSnapshot;
    private long detectionDelayMillis;
    private double likeness = ALIKE;
    private boolean isFibrillating;
    private long fibrillatedMillis;
    private long restMillis;
    private final Deque<Late> late = new ArrayDeque<>();

    /** An R peak that the detector has not told of yet. */
    private record Late(long atMillis, Step step) {}

    AlarmScene(AlarmSettings settings, double hertz, long firstSample, boolean resumesOften) {
        this.settings = settings;
        this.rate = new SamplingRate(hertz);
        this.firstSample = firstSample;
        this.anchor = new TimeAnchor(firstSample, EPOCH_MICROS, rate);
        this.resumesOften = resumesOften;
        this.engine = new AlarmEngine(settings, rate);
    }

    /** What the engine with default settings says of {@code rhythm}, at 360 Hz, the recording not yet ended. */
    static List<AlarmEvent> play(String rhythm) {
        return play(rhythm, AlarmSettings.defaults());
    }

    static List<AlarmEvent> play(String rhythm, AlarmSettings settings) {
        return new AlarmScene(settings, 360, 0, false).run(rhythm);
    }

    /** Only the events of {@code kind}. */
    static List<AlarmEvent> play(String rhythm, AlarmKind kind) {
        return only(kind, play(rhythm));
    }

    static List<AlarmEvent> only(AlarmKind kind, List<AlarmEvent> events) {
        return events.stream().filter(event -> event.kind() == kind).toList();
    }

    /** {@code KIND PHASE onset->at} with times in milliseconds since the beginning: easy to compare. */
    static List<String> told(List<AlarmEvent> events) {
        return events.stream()
                .map(event -> event.kind() + " " + event.phase() + " " + millis(event.onsetEpochMicros()) + "->"
                        + millis(event.atEpochMicros()))
                .toList();
    }

    /** {@code KIND PHASE}. */
    static List<String> phases(List<AlarmEvent> events) {
        return events.stream().map(event -> event.kind() + " " + event.phase()).toList();
    }

    private static long millis(long epochMicros) {
        return Math.round((epochMicros - EPOCH_MICROS) / 1e3);
    }

    /** Every beat behind a ventricular one looks like it to this degree, whatever its class turns out to be. */
    AlarmScene withLikeness(double degree) {
        likeness = degree;
        return this;
    }

    /** R peaks are told this much after they happen. */
    AlarmScene withDetectionDelay(long millis) {
        detectionDelayMillis = millis;
        return this;
    }

    List<AlarmEvent> run(String rhythm) {
        for (Step step : RhythmScript.of(rhythm).steps()) {
            play(step);
            if (resumesOften) {
                resume();
            }
        }
        return List.copyOf(events);
    }

    /** The same, and then the end of the recording. */
    List<AlarmEvent> runToEnd(String rhythm) {
        run(rhythm);
        tellBeatsUntil(Long.MAX_VALUE);
        closeOpenBeat();
        events.addAll(engine.finish(sampleAt(cursorMillis), anchor));
        return List.copyOf(events);
    }

    int largestSnapshotBytes() {
        return largestSnapshot;
    }

    private void play(Step step) {
        long end = cursorMillis + step.millis();
        switch (step.stretch()) {
            case BEAT -> {
                tickUntil(end, LeadStatus.GOOD, true);
                late.add(new Late(end, step));
                tellBeatsUntil(end);
            }
            case WAIT -> tickUntil(end + 1, LeadStatus.GOOD, true);
            case OFF -> tickUntil(end, LeadStatus.OFF, false);
            case FLAT -> tickUntil(end, LeadStatus.FLAT, true);
            case NOISY -> tickUntil(end, LeadStatus.NOISY, true);
            case BLIND -> tickUntil(end, LeadStatus.GOOD, false);
            case VF -> {
                isFibrillating = true;
                tickUntil(end, LeadStatus.GOOD, true);
                isFibrillating = false;
            }
            case GAP -> {
                forgetWave();
                tellBeatsUntil(Long.MAX_VALUE);
                closeOpenBeat();
                events.addAll(engine.gap(sampleAt(cursorMillis), sampleAt(end), anchor));
                nextTickMillis = Math.max(nextTickMillis, (end + 99) / 100 * 100);
                lastBeatMillis = -1;
            }
        }
        cursorMillis = end;
    }

    /** Ticks before {@code endMillis}. */
    private void tickUntil(long endMillis, LeadStatus status, boolean monitoring) {
        for (; nextTickMillis < endMillis; nextTickMillis += 100) {
            tellBeatsUntil(nextTickMillis);
            if (status == LeadStatus.OFF || status == LeadStatus.FLAT) {
                forgetWave();
                decideWithoutFollower();
            }
            events.addAll(engine.tick(sampleAt(nextTickMillis), anchor, List.of(status, status), monitoring));
            if (nextTickMillis % 400 == 0) {
                events.addAll(engine.wave(look(), sampleAt(nextTickMillis), anchor));
            }
        }
    }

    /** As the monitor: a beat's class waits two seconds for the next beat, not longer. */
    private void decideWithoutFollower() {
        if (nextTickMillis - lastBeatMillis >= 2000) {
            closeOpenBeat();
        }
    }

    private Oscillation look() {
        restMillis = isFibrillating ? 0 : restMillis + 400;
        boolean isKept = fibrillatedMillis >= 4000 && restMillis < 2000;
        fibrillatedMillis = isFibrillating || isKept ? fibrillatedMillis + 400 : 0;
        if (fibrillatedMillis < 2800) {
            return Oscillation.NONE;
        }
        if (fibrillatedMillis < 4000) {
            return POSSIBLE;
        }
        return isFibrillating ? FIBRILLATION : ENDING;
    }

    private void forgetWave() {
        fibrillatedMillis = 0;
        restMillis = 0;
    }

    private void tellBeatsUntil(long nowMillis) {
        while (!late.isEmpty() && late.peek().atMillis() + detectionDelayMillis <= nowMillis) {
            Late beat = late.remove();
            beat(beat.atMillis(), beat.step());
        }
    }

    private void beat(long atMillis, Step step) {
        long sample = sampleAt(atMillis);
        events.addAll(engine.rPeak(sample, step.lowQuality(), anchor));
        boolean followsVentricular = open != null && open.beatClass().isVentricular();
        closeOpenBeat();
        if (followsVentricular) {
            events.addAll(engine.follower(new LikeBeat(sample, likeness, step.lowQuality()), anchor));
        }
        open = beat(
                sample,
                anchor,
                step.beatClass(),
                lastBeatMillis < 0 ? OptionalLong.empty() : OptionalLong.of(1000 * (atMillis - lastBeatMillis)),
                step.lowQuality());
        lastBeatMillis = atMillis;
    }

    static ClassifiedBeat beat(
            long sample, TimeAnchor anchor, BeatClass beatClass, OptionalLong rrMicros, boolean lowQuality) {
        return new ClassifiedBeat(
                sample,
                anchor.epochMicrosAt(sample),
                beatClass,
                ClassProbabilities.certain(beatClass),
                rrMicros,
                1,
                rrMicros.isEmpty(),
                false,
                lowQuality,
                "test");
    }

    private void closeOpenBeat() {
        if (open != null) {
            events.addAll(engine.beat(open, anchor));
            open = null;
        }
    }

    /** From here on under other settings. */
    void change(AlarmSettings changed) {
        engine = engine.under(changed);
    }

    private void resume() {
        SnapshotWriter out = new SnapshotWriter();
        engine.save(out);
        largestSnapshot = Math.max(largestSnapshot, out.toByteArray().length);
        engine = new AlarmEngine(settings, rate);
        engine.load(new SnapshotReader(out.toByteArray()));
    }

    private long sampleAt(long millis) {
        return firstSample + rate.sampleAt(millis / 1e3);
    }
}
