package org.rwave.ecg.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.Facts;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.rhythm.Rhythm;
import org.rwave.ecg.rhythm.VitalSigns;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.ecg.signal.SamplingRate;

class FactAnnotationsTest {
    private static final SamplingRate RATE = new SamplingRate(100);
    private static final long END = 100_000;

    private final List<ClassifiedBeat> beats = new ArrayList<>();
    private final List<VitalSigns> vitals = new ArrayList<>();
    private final List<AlarmEvent> alarms = new ArrayList<>();

    @Test
    void beats_stand_at_their_r_peaks_by_class() {
        beats("NSVFQ", 100, 80);

        assertThat(text()).isEqualTo("100N 180S 260V 340F 420Q");
    }

    @Test
    void the_rhythm_is_marked_where_its_name_changes_and_nowhere_else() {
        seconds(1, 10, Rhythm.REGULAR);
        seconds(11, 15, Rhythm.BIGEMINY);
        seconds(16, 20, Rhythm.TRIGEMINY);
        seconds(21, 25, Rhythm.IRREGULAR);
        seconds(26, 30, Rhythm.PACED);

        assertThat(text()).isEqualTo("100(N 1100(B 1600(T 2100(N 2600(P");
    }

    @Test
    void fibrillation_is_bounded_by_brackets_from_its_onset_to_where_the_wave_ended() {
        seconds(1, 60, Rhythm.REGULAR);
        alarm(AlarmKind.VENTRICULAR_FIBRILLATION, 2000, 2400, 4360);

        assertThat(text()).isEqualTo("100(N 2000[ 2001(VFL 4000] 4001(N");
    }

    @Test
    void fibrillation_at_the_end_of_the_recording_lasts_to_its_end() {
        alarm(AlarmKind.VENTRICULAR_FIBRILLATION, END - 1000, END - 600, END - 1);

        assertThat(text()).isEqualTo((END - 1000) + "[ " + (END - 999) + "(VFL " + (END - 1) + "]");
    }

    @Test
    void three_v_in_a_row_are_a_tachycardia_and_slow_ones_an_idioventricular_rhythm() {
        beats("NVVVN", 100, 50);
        beats("NVVVVN", 1000, 80);
        beats("NVVN", 2000, 50);
        seconds(1, 30, Rhythm.REGULAR);

        assertThat(rhythms()).isEqualTo("101(N 151(VT 301(N 1081(IVR 1401(N");
    }

    @Test
    void no_run_crosses_a_gap() {
        beats("VV", 100, 50);
        beats.add(beat(200, BeatClass.V, true));

        assertThat(rhythms()).isEmpty();
    }

    @Test
    void atrial_fibrillation_ends_with_the_last_irregular_second_not_with_the_alarm() {
        seconds(1, 19, Rhythm.REGULAR);
        seconds(20, 60, Rhythm.IRREGULAR);
        seconds(61, 100, Rhythm.REGULAR);
        alarm(AlarmKind.IRREGULAR_RHYTHM, 1950, 4950, 9100);

        assertThat(text()).isEqualTo("100(N 1950(AFIB 6000(N");
    }

    @Test
    void a_run_interrupts_atrial_fibrillation_and_fibrillation_of_the_ventricles_all() {
        seconds(1, 100, Rhythm.IRREGULAR);
        alarm(AlarmKind.IRREGULAR_RHYTHM, 500, 3500, 9999);
        beats("NVVVN", 1000, 50);
        alarm(AlarmKind.VENTRICULAR_FIBRILLATION, 5000, 5400, 6360);
        alarm(AlarmKind.ASYSTOLE, 5500, 5900, 7000);

        assertThat(rhythms()).isEqualTo("100(N 500(AFIB 1051(VT 1201(AFIB 5001(VFL 6001(ASYS 7000(AFIB 9900(N");
    }

    @Test
    void what_is_not_monitored_is_noise_but_not_before_anything_has_been_said() {
        vitals.add(second(1, Rhythm.UNKNOWN, false));
        seconds(2, 5, Rhythm.REGULAR);
        vitals.add(second(6, Rhythm.UNKNOWN, false));
        vitals.add(second(7, Rhythm.UNKNOWN, true));
        seconds(8, 9, Rhythm.REGULAR);

        assertThat(text()).isEqualTo("200(N 600(NOISE 800(N");
    }

    @Test
    void no_two_annotations_share_a_sample_and_beats_keep_theirs() {
        beats("NVVVN", 1000, 50);
        seconds(1, 30, Rhythm.REGULAR);
        alarm(AlarmKind.VENTRICULAR_FIBRILLATION, 1050, 1200, 1510);

        List<Annotation> annotations = annotations();

        assertThat(annotations).extracting(Annotation::sampleIndex).doesNotHaveDuplicates();
        assertThat(annotations)
                .filteredOn(annotation -> annotation.code().isBeat())
                .extracting(Annotation::sampleIndex)
                .containsExactly(1000L, 1050L, 1100L, 1150L, 1200L);
    }

    private String text() {
        return text(annotations());
    }

    private String rhythms() {
        return text(annotations().stream()
                .filter(annotation -> annotation.code() == AnnotationCode.RHYTHM_CHANGE)
                .toList());
    }

    private static String text(List<Annotation> annotations) {
        return annotations.stream()
                .map(annotation -> annotation.sampleIndex()
                        + (annotation.aux().isEmpty() ? annotation.code().mnemonic() : annotation.aux()))
                .collect(Collectors.joining(" "));
    }

    private List<Annotation> annotations() {
        FactAnnotations annotations = new FactAnnotations(RATE);
        annotations.add(new Facts(beats, vitals, alarms));
        return annotations.annotations(END);
    }

    private void beats(String classes, long first, long apart) {
        for (int i = 0; i < classes.length(); i++) {
            beats.add(beat(first + i * apart, BeatClass.valueOf(classes.substring(i, i + 1)), false));
        }
    }

    private static ClassifiedBeat beat(long sample, BeatClass beatClass, boolean afterGap) {
        return new ClassifiedBeat(
                sample,
                RATE.microsAt(sample),
                beatClass,
                ClassProbabilities.certain(beatClass),
                OptionalLong.empty(),
                1,
                afterGap,
                false,
                false,
                "");
    }

    private void seconds(int from, int to, Rhythm rhythm) {
        for (int second = from; second <= to; second++) {
            vitals.add(second(second, rhythm, true));
        }
    }

    private static VitalSigns second(int second, Rhythm rhythm, boolean monitoring) {
        long sample = RATE.sampleAt((double) second);
        return new VitalSigns(
                sample, RATE.microsAt(sample), OptionalDouble.empty(), 0, rhythm, List.of(LeadStatus.GOOD), monitoring);
    }

    private void alarm(AlarmKind kind, long onset, long raised, long ended) {
        alarms.add(event(kind, AlarmPhase.START, onset, raised));
        alarms.add(event(kind, AlarmPhase.END, onset, ended));
    }

    private static AlarmEvent event(AlarmKind kind, AlarmPhase phase, long onset, long at) {
        return new AlarmEvent(
                kind, kind.priority(), phase, onset, RATE.microsAt(onset), at, RATE.microsAt(at), "", List.of(), "");
    }
}
