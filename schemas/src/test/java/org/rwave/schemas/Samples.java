package org.rwave.schemas;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.alarm.AlarmPriority;
import org.rwave.ecg.alarm.Criterion;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.rhythm.Rhythm;
import org.rwave.ecg.rhythm.VitalSigns;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.feed.ReferenceSpan;

/** Made-up facts of one patient, for tests. */
public final class Samples {
    public static final FeedId FEED = new FeedId("p-100", "mitdb/100");
    public static final long START_MICROS = 1_700_000_000_123_456L;
    public static final List<Lead> LEADS =
            List.of(new Lead("MLII", "MDC_ECG_LEAD_II", 5, 1024), new Lead("V5", "", -4.88, 0));

    private Samples() {}

    /** 250 ms of two leads at 360 Hz, the values of which follow from {@code seed}. */
    public static FeedChunk chunk(long firstSampleIndex, long seed) {
        Random random = new Random(seed);
        short[] raw = new short[2 * 90];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (short) random.nextInt();
        }
        return new FeedChunk(
                FEED, WaveformChunk.ofRaw(firstSampleIndex, START_MICROS, new SamplingRate(360), LEADS, raw));
    }

    public static ClassifiedBeat beat() {
        return new ClassifiedBeat(
                77,
                START_MICROS + 213_889,
                BeatClass.V,
                ClassProbabilities.of(0.01f, 0.02f, 0.9f, 0.06f, 0.01f),
                OptionalLong.of(811_111),
                1,
                false,
                true,
                false,
                "model-abc");
    }

    public static VitalSigns vitals() {
        return new VitalSigns(
                360,
                START_MICROS + 1_000_000,
                OptionalDouble.of(72.5),
                3,
                Rhythm.BIGEMINY,
                List.of(LeadStatus.GOOD, LeadStatus.OFF),
                true);
    }

    public static AlarmEvent alarm() {
        return new AlarmEvent(
                AlarmKind.ASYSTOLE,
                AlarmPriority.HIGH,
                AlarmPhase.START,
                1000,
                START_MICROS,
                2440,
                START_MICROS + 4_000_000,
                "Asystole: no beat for 4.0 s",
                List.of(100L, 1000L),
                "asystole-1",
                List.of(new Criterion(
                        "without an R peak", 4.05, Criterion.Comparison.AT_LEAST, 4, "s", "asystole-seconds")));
    }

    public static ReferenceSpan reference() {
        return new ReferenceSpan(
                FEED,
                0,
                90,
                List.of(
                        new Annotation(18, AnnotationCode.RHYTHM_CHANGE, 0, 0, 0, "(N"),
                        new Annotation(77, AnnotationCode.NORMAL, -1, 1, 255, "")));
    }
}
