package org.rwave.ecg.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.Facts;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.rhythm.Rhythm;
import org.rwave.ecg.rhythm.VitalSigns;
import org.rwave.ecg.score.alarm.AlarmSpan;
import org.rwave.ecg.signal.SamplingRate;

/**
 * Gathers the facts of one recording and gives them as WFDB annotations (annot(5), and the rhythm names of MIT-BIH and VFDB):
 *
 * <ul>
 *   <li>beats: N, S, V, F, Q at their R peaks;
 *   <li>{@code [} and {@code ]} around ventricular fibrillation or flutter, from the alarm's onset to where the wave ended,
 *       and {@code (VFL} with them;
 *   <li>{@code +} where the rhythm changes: {@code (ASYS} by the alarm; {@code (VT} and {@code (IVR} by runs of beats; {@code
 *       (AFIB} by the alarm for irregular rhythm, from its onset to the last second that vital signs call irregular; {@code
 *       (B}, {@code (T}, {@code (P}, {@code (N} by vital signs; {@code (NOISE} while nothing is monitored.
 * </ul>
 *
 * The worst has the word. Beats keep their places: what would share a sample with one moves behind it.
 */
public final class FactAnnotations {
    /**
     * The alarm ends after five looks, 0.4 s apart, at windows of 4 s that are none: the first of them is when about half of
     * its window has none ({@code org.rwave.ecg.fibrillation}).
     */
    private static final double FIBRILLATION_END_DELAY_SECONDS = 3.6;

    private final SamplingRate rate;
    private final List<ClassifiedBeat> beats = new ArrayList<>();
    private final List<VitalSigns> vitals = new ArrayList<>();
    private final List<AlarmEvent> alarms = new ArrayList<>();

    /** @param rate of the source samples */
    public FactAnnotations(SamplingRate rate) {
        this.rate = rate;
    }

    /** Takes what the monitor stated next. */
    public void add(Facts facts) {
        facts.beats().stream().filter(beat -> beat.revision() > 0).forEach(beats::add);
        vitals.addAll(facts.vitals());
        alarms.addAll(facts.alarms());
    }

    /** The annotations of the recording, which has {@code samples} samples, in order. */
    public List<Annotation> annotations(long samples) {
        List<AlarmSpan> spans = AlarmSpan.of(alarms, samples);
        List<Stretch> fibrillation = fibrillation(spans, samples);
        RhythmCourse course = new RhythmCourse()
                .below(fibrillation)
                .below(stretches(spans, AlarmKind.ASYSTOLE, "(ASYS"))
                .below(VentricularRuns.of(beats, rate))
                .below(atrialFibrillation(spans))
                .below(named(samples));
        List<Annotation> annotations = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        for (ClassifiedBeat beat : beats) {
            annotations.add(Annotation.of(beat.sampleIndex(), code(beat.beatClass())));
            taken.add(beat.sampleIndex());
        }
        for (Stretch stretch : fibrillation) {
            annotations.add(Annotation.of(free(stretch.start(), taken), AnnotationCode.FLUTTER_ONSET));
            annotations.add(Annotation.of(free(stretch.end(), taken), AnnotationCode.FLUTTER_END));
        }
        for (Stretch change : course.changes(samples)) {
            annotations.add(
                    new Annotation(free(change.start(), taken), AnnotationCode.RHYTHM_CHANGE, 0, 0, 0, change.name()));
        }
        annotations.sort(Comparator.comparingLong(Annotation::sampleIndex));
        return List.copyOf(annotations);
    }

    private static long free(long sample, Set<Long> taken) {
        long at = sample;
        while (!taken.add(at)) {
            at++;
        }
        return at;
    }

    private List<Stretch> fibrillation(List<AlarmSpan> spans, long samples) {
        return stretches(spans, AlarmKind.VENTRICULAR_FIBRILLATION, "(VFL").stream()
                .map(stretch -> new Stretch(stretch.start(), waveEnd(stretch, samples), stretch.name()))
                .toList();
    }

    private long waveEnd(Stretch alarm, long samples) {
        boolean lastsToTheEnd = alarm.end() >= samples - 1;
        long delay = lastsToTheEnd ? 0 : rate.sampleAt(FIBRILLATION_END_DELAY_SECONDS);
        return Math.max(alarm.start() + 1, alarm.end() - delay);
    }

    private static List<Stretch> stretches(List<AlarmSpan> spans, AlarmKind kind, String name) {
        return spans.stream()
                .filter(span -> span.kind() == kind)
                .map(span -> new Stretch(span.onset(), span.ended(), name))
                .toList();
    }

    private List<Stretch> atrialFibrillation(List<AlarmSpan> spans) {
        List<Stretch> stretches = new ArrayList<>();
        for (Stretch alarm : stretches(spans, AlarmKind.IRREGULAR_RHYTHM, "(AFIB")) {
            OptionalLong last = vitals.stream()
                    .filter(second -> second.rhythm() == Rhythm.IRREGULAR)
                    .mapToLong(VitalSigns::sampleIndex)
                    .filter(sample -> alarm.start() <= sample && sample < alarm.end())
                    .max();
            stretches.add(new Stretch(alarm.start(), last.orElse(alarm.end()), alarm.name()));
        }
        return stretches;
    }

    /** What vital signs name, second by second; where they do not know or name what other layers do, as before. */
    private List<Stretch> named(long samples) {
        List<Stretch> stretches = new ArrayList<>();
        String name = "";
        for (int i = 0; i < vitals.size(); i++) {
            name = name(vitals.get(i), name);
            if (!name.isEmpty()) {
                long end = i + 1 < vitals.size() ? vitals.get(i + 1).sampleIndex() : samples;
                stretches.add(new Stretch(vitals.get(i).sampleIndex(), end, name));
            }
        }
        return stretches;
    }

    private static String name(VitalSigns second, String before) {
        if (!second.monitoring()) {
            return before.isEmpty() ? "" : "(NOISE";
        }
        return switch (second.rhythm()) {
            case REGULAR, IRREGULAR, SUPRAVENTRICULAR_TACHYCARDIA -> "(N";
            case BIGEMINY -> "(B";
            case TRIGEMINY -> "(T";
            case PACED -> "(P";
            case UNKNOWN,
                    VENTRICULAR_RUN,
                    IDIOVENTRICULAR_RHYTHM,
                    VENTRICULAR_TACHYCARDIA,
                    VENTRICULAR_FIBRILLATION,
                    ASYSTOLE -> before;
        };
    }

    /** The annotation of a beat of class {@code beatClass}. */
    public static AnnotationCode code(BeatClass beatClass) {
        return switch (beatClass) {
            case N -> AnnotationCode.NORMAL;
            case S -> AnnotationCode.SUPRAVENTRICULAR_PREMATURE;
            case V -> AnnotationCode.PREMATURE_VENTRICULAR;
            case F -> AnnotationCode.FUSION_VENTRICULAR;
            case Q -> AnnotationCode.UNCLASSIFIABLE;
        };
    }
}
