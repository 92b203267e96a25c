package org.rwave.ecg.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.rhythm.Rhythm;
import org.rwave.ecg.rhythm.VitalSigns;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.ecg.simulate.TestRhythms;
import org.rwave.ecg.simulate.TestWaveform;

/** What one lead and leads that are off, flat or noisy make of a monitor's facts. */
class MonitoredLeadStatusTest {
    private static final SamplingRate RATE = new SamplingRate(360);
    private static final double SECONDS = 60;

    /** The leads change here. */
    private static final double CHANGE_SECONDS = 25;

    private static final long CHANGE = RATE.sampleAt(CHANGE_SECONDS);

    /** Statuses lag: 2 s for flat, and the noise must last for a second. */
    private static final long SETTLED = RATE.sampleAt(CHANGE_SECONDS + 3.5);

    private static final BeatClassifier ALWAYS_NORMAL = new BeatClassifier() {
        @Override
        public ClassProbabilities classify(BeatInput input) {
            return ClassProbabilities.certain(BeatClass.N);
        }

        @Override
        public String modelHash() {
            return "always N";
        }
    };

    private record Told(List<ClassifiedBeat> beats, List<VitalSigns> vitals, List<AlarmEvent> alarms) {
        List<ClassifiedBeat> finalBeats(long from, long to) {
            return beats.stream()
                    .filter(beat -> beat.revision() > 0 && beat.sampleIndex() >= from && beat.sampleIndex() < to)
                    .toList();
        }

        List<VitalSigns> vitalsFrom(long sample) {
            return vitals.stream()
                    .filter(second -> second.sampleIndex() >= sample)
                    .toList();
        }

        List<AlarmKind> raised() {
            return alarms.stream()
                    .filter(alarm -> alarm.phase() == AlarmPhase.START)
                    .map(AlarmEvent::kind)
                    .toList();
        }
    }

    private static int asItIs(int raw) {
        return raw;
    }

    private static int off(int raw) {
        return WaveformChunk.MISSING;
    }

    private static int flat(int raw) {
        return 7;
    }

    /** What becomes of a lead that carries nothing. */
    private static List<IntUnaryOperator> useless() {
        return List.of(MonitoredLeadStatusTest::off, MonitoredLeadStatusTest::flat);
    }

    private static IntUnaryOperator noisy(long seed, double millivolts) {
        Random random = new Random(seed);
        int units = (int) Math.round(200 * millivolts);
        return raw -> raw + (int) Math.round(units * random.nextGaussian());
    }

    /** {@code perMinute} for a minute, each lead changed from {@link #CHANGE} on. */
    private static Told monitor(double perMinute, IntUnaryOperator first, IntUnaryOperator second) {
        return monitor(
                TestRhythms.regular(perMinute, 2, 0.08, 0.2, SECONDS, RATE).build(), first, second);
    }

    private static Told monitor(TestWaveform rhythm, IntUnaryOperator first, IntUnaryOperator second) {
        Told told = new Told(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        PatientMonitor monitor = null;
        for (WaveformChunk clean : rhythm.chunks(90)) {
            WaveformChunk chunk = changed(clean, first, second);
            monitor = monitor == null ? new PatientMonitor(MonitorSettings.defaults(), ALWAYS_NORMAL, chunk) : monitor;
            Facts facts = monitor.accept(chunk);
            told.beats().addAll(facts.beats());
            told.vitals().addAll(facts.vitals());
            told.alarms().addAll(facts.alarms());
        }
        return told;
    }

    private static WaveformChunk changed(WaveformChunk chunk, IntUnaryOperator first, IntUnaryOperator second) {
        short[] raw = new short[2 * chunk.sampleCount()];
        for (int sample = 0; sample < chunk.sampleCount(); sample++) {
            boolean isChanged = chunk.firstSampleIndex() + sample >= CHANGE;
            raw[2 * sample] = chunk.raw(sample, 0);
            raw[2 * sample + 1] = chunk.raw(sample, 1);
            if (isChanged) {
                raw[2 * sample] = (short) first.applyAsInt(raw[2 * sample]);
                raw[2 * sample + 1] = (short) second.applyAsInt(raw[2 * sample + 1]);
            }
        }
        return WaveformChunk.ofRaw(
                chunk.firstSampleIndex(), chunk.startEpochMicros(), chunk.rate(), chunk.leads(), raw);
    }

    @Test
    void while_one_of_two_leads_is_off_or_flat_beats_are_found_in_the_other_and_say_so() {
        for (IntUnaryOperator bad : useless()) {
            for (Told told : List.of(
                    monitor(75, MonitoredLeadStatusTest::asItIs, bad),
                    monitor(75, bad, MonitoredLeadStatusTest::asItIs))) {
                assertThat(told.finalBeats(RATE.sampleAt(5), CHANGE - 360))
                        .hasSizeGreaterThan(20)
                        .noneMatch(ClassifiedBeat::oneLead);
                assertThat(told.finalBeats(SETTLED, RATE.sampleAt(SECONDS - 3)))
                        .hasSizeBetween(35, 36)
                        .allMatch(ClassifiedBeat::oneLead)
                        .noneMatch(ClassifiedBeat::lowQuality);
                assertThat(told.raised()).isEmpty();
            }
        }
    }

    @Test
    void the_status_of_each_lead_is_told() {
        assertThat(monitor(75, MonitoredLeadStatusTest::asItIs, MonitoredLeadStatusTest::off)
                        .vitalsFrom(SETTLED))
                .isNotEmpty()
                .allMatch(second -> second.leadStatus().equals(List.of(LeadStatus.GOOD, LeadStatus.OFF)));
        assertThat(monitor(75, MonitoredLeadStatusTest::flat, MonitoredLeadStatusTest::asItIs)
                        .vitalsFrom(SETTLED))
                .isNotEmpty()
                .allMatch(second -> second.leadStatus().equals(List.of(LeadStatus.FLAT, LeadStatus.GOOD)));
        assertThat(monitor(75, MonitoredLeadStatusTest::asItIs, noisy(1, 0.25)).vitalsFrom(SETTLED))
                .isNotEmpty()
                .allMatch(second -> second.leadStatus().equals(List.of(LeadStatus.GOOD, LeadStatus.NOISY)));
    }

    @Test
    void without_a_lead_nothing_is_claimed_of_the_patient_and_the_leads_are_told_to_be_off() {
        for (IntUnaryOperator bad : useless()) {
            Told told = monitor(75, bad, bad);

            assertThat(told.raised()).containsExactly(AlarmKind.LEADS_OFF);
            assertThat(told.vitalsFrom(SETTLED))
                    .isNotEmpty()
                    .noneMatch(VitalSigns::monitoring)
                    .allMatch(second -> second.heartRate().isEmpty() && second.rhythm() == Rhythm.UNKNOWN);
            assertThat(told.finalBeats(SETTLED, Long.MAX_VALUE)).isEmpty();
        }
    }

    @Test
    void beats_in_two_noisy_leads_are_of_low_quality_and_the_noise_is_told() {
        Told told = monitor(75, noisy(1, 0.25), noisy(2, 0.25));

        assertThat(told.finalBeats(RATE.sampleAt(5), CHANGE - 360)).noneMatch(ClassifiedBeat::lowQuality);
        assertThat(told.finalBeats(SETTLED, Long.MAX_VALUE))
                .hasSizeGreaterThan(20)
                .allMatch(ClassifiedBeat::lowQuality);
        assertThat(told.raised()).contains(AlarmKind.NOISY_SIGNAL);
    }

    @Test
    void a_fast_rate_is_raised_in_good_signal_and_not_where_no_lead_is_better_than_noisy() {
        TestWaveform step = step();

        Told good = monitor(step, MonitoredLeadStatusTest::asItIs, MonitoredLeadStatusTest::asItIs);
        Told noisy = monitor(step, noisy(1, 0.15), noisy(2, 0.15));

        assertThat(good.raised()).contains(AlarmKind.EXTREME_TACHYCARDIA);
        assertThat(noisy.finalBeats(SETTLED, Long.MAX_VALUE)).hasSizeGreaterThan(60);
        assertThat(noisy.raised()).doesNotContain(AlarmKind.EXTREME_TACHYCARDIA);
    }

    /** 75/min, and 160/min from the moment at which the leads change. */
    private static TestWaveform step() {
        TestWaveform.Builder signal = TestWaveform.lasting(SECONDS, RATE);
        for (double at = 0.5; at < CHANGE_SECONDS; at += 0.8) {
            signal.triangle(at, 2, 0.08, 0.2);
        }
        for (double at = CHANGE_SECONDS + 1.5; at < SECONDS - 0.5; at += 60.0 / 160) {
            signal.triangle(at, 2, 0.08, 0);
        }
        return signal.build();
    }
}
