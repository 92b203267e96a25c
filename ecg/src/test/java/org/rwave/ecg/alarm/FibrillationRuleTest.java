package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.LikeBeat;
import org.rwave.ecg.fibrillation.Oscillation;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.TimeAnchor;

class FibrillationRuleTest {
    private static final SamplingRate RATE = new SamplingRate(100);
    private static final TimeAnchor ANCHOR = new TimeAnchor(0, 0, RATE);
    private static final Oscillation FIBRILLATION = new Oscillation(true, true, 4, 4.5, 0.4, 0.5, 0.8);
    private static final Oscillation POSSIBLE = new Oscillation(false, true, 1, 4.5, 0.5, 0.6, 0.8);

    private final AlarmEngine engine = new AlarmEngine(AlarmSettings.defaults(), RATE);
    private final List<AlarmEvent> events = new ArrayList<>();
    private long now;

    @Test
    void is_raised_with_what_was_measured_and_ends_with_the_wave() {
        beats(5);
        wave(FIBRILLATION, 3);
        wave(Oscillation.NONE, 1);

        assertThat(phases(AlarmKind.VENTRICULAR_FIBRILLATION)).containsExactly(AlarmPhase.START, AlarmPhase.END);
        AlarmEvent start = first(AlarmKind.VENTRICULAR_FIBRILLATION);
        assertThat(start.message()).contains("4.5 Hz", "0.8 mV");
        assertThat(start.criteria()).hasSize(3).allMatch(Criterion::isMet);
        assertThat(start.atSampleIndex() - start.onsetSampleIndex()).isEqualTo(400);
    }

    @Test
    void a_fibrillatory_wave_is_no_asystole_even_before_it_is_certain() {
        beats(5);
        wave(POSSIBLE, 6);

        assertThat(phases(AlarmKind.ASYSTOLE)).isEmpty();
    }

    @Test
    void asystole_follows_four_seconds_after_the_last_of_the_wave_and_takes_its_place() {
        beats(5);
        wave(FIBRILLATION, 10);
        long waveEnd = now;
        wave(Oscillation.NONE, 6);

        assertThat(first(AlarmKind.ASYSTOLE).atSampleIndex() - waveEnd).isBetween(380L, 450L);
    }

    @Test
    void an_asystole_that_turns_out_to_be_fibrillation_gives_way() {
        beats(5);
        wave(Oscillation.NONE, 6);
        wave(FIBRILLATION, 2);

        assertThat(phases(AlarmKind.ASYSTOLE)).containsExactly(AlarmPhase.START, AlarmPhase.END);
        assertThat(phases(AlarmKind.VENTRICULAR_FIBRILLATION)).containsExactly(AlarmPhase.START);
    }

    @Test
    void a_single_doubtful_look_does_not_hide_an_asystole() {
        beats(5);
        wave(Oscillation.NONE, 3);
        wave(POSSIBLE, 1);
        wave(Oscillation.NONE, 1);

        assertThat(phases(AlarmKind.ASYSTOLE)).containsExactly(AlarmPhase.START);
    }

    @Test
    void a_ventricular_tachycardia_that_beats_evenly_keeps_its_name() {
        finalBeats(BeatClass.V, 30, 8);
        wave(FIBRILLATION, 10, 30, BeatClass.V);

        assertThat(phases(AlarmKind.VENTRICULAR_TACHYCARDIA)).containsExactly(AlarmPhase.START);
        assertThat(phases(AlarmKind.VENTRICULAR_FIBRILLATION)).isEmpty();
    }

    @Test
    void a_tachycardia_without_further_beats_becomes_fibrillation() {
        finalBeats(BeatClass.V, 30, 8);
        wave(FIBRILLATION, 3);

        assertThat(phases(AlarmKind.VENTRICULAR_FIBRILLATION)).containsExactly(AlarmPhase.START);
    }

    @Test
    void a_wave_with_even_beats_of_another_class_is_fibrillation() {
        finalBeats(BeatClass.N, 30, 8);
        wave(FIBRILLATION, 1);

        assertThat(phases(AlarmKind.VENTRICULAR_FIBRILLATION)).containsExactly(AlarmPhase.START);
    }

    @Test
    void time_in_fibrillation_does_not_count_towards_an_irregular_rhythm() {
        for (int i = 0; i < 60; i++) {
            finalBeats(BeatClass.N, i % 2 == 0 ? 40 : 90, 1);
            events.addAll(engine.wave(FIBRILLATION, now, ANCHOR));
        }
        events.addAll(engine.wave(Oscillation.NONE, now, ANCHOR));
        finalBeats(BeatClass.N, 80, 20);

        assertThat(phases(AlarmKind.IRREGULAR_RHYTHM)).isEmpty();
    }

    /** Looks at every beat. */
    private void wave(Oscillation wave, int times, int samplesApart, BeatClass beatClass) {
        for (int i = 0; i < times; i++) {
            finalBeats(beatClass, samplesApart, 1);
            events.addAll(engine.wave(wave, now, ANCHOR));
        }
    }

    /** {@code count} beats, each final when it happens. */
    private void finalBeats(BeatClass beatClass, int samplesApart, int count) {
        for (int i = 0; i < count; i++) {
            events.addAll(engine.rPeak(now, false, ANCHOR));
            OptionalLong rr = now == 0 ? OptionalLong.empty() : OptionalLong.of(10_000L * samplesApart);
            events.addAll(engine.beat(AlarmScene.beat(now, ANCHOR, beatClass, rr, false), ANCHOR));
            if (beatClass.isVentricular()) {
                events.addAll(engine.follower(new LikeBeat(now + samplesApart, AlarmScene.ALIKE, false), ANCHOR));
            }
            pass(samplesApart);
        }
    }

    private void beats(int count) {
        for (int i = 0; i < count; i++) {
            events.addAll(engine.rPeak(now, false, ANCHOR));
            pass(80);
        }
    }

    /** Half a second between looks. */
    private void wave(Oscillation wave, int seconds) {
        for (int look = 0; look < 2 * seconds; look++) {
            pass(50);
            events.addAll(engine.wave(wave, now, ANCHOR));
        }
    }

    private void pass(int samples) {
        for (int i = 0; i < samples; i += 10) {
            now += 10;
            events.addAll(engine.tick(now, ANCHOR, List.of(LeadStatus.GOOD), true));
        }
    }

    private List<AlarmPhase> phases(AlarmKind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .map(AlarmEvent::phase)
                .toList();
    }

    private AlarmEvent first(AlarmKind kind) {
        return events.stream().filter(event -> event.kind() == kind).findFirst().orElseThrow();
    }
}
