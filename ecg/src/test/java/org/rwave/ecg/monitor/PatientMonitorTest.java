package org.rwave.ecg.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.rhythm.VitalSigns;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;

class PatientMonitorTest {
    private static final SamplingRate RATE = new SamplingRate(360);
    private static final List<Lead> LEADS = List.of(new Lead("MLII", "", 5, 1024), new Lead("V1", "", 5, 1024));
    private static final int SAMPLES = 360 * 40;
    private static final short[] SIGNAL = twoLeadBeats(SAMPLES);
    private static final BeatClassifier BY_WIDTH = new ByWidth();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_cut_into_chunks_gives_the_same_facts(long seed) {
        Facts whole = run(MonitorSettings.defaults(), () -> SAMPLES);
        Random random = new Random(seed);

        Facts cut = run(MonitorSettings.defaults(), () -> 1 + random.nextInt(700));

        assertThat(whole.beats()).hasSizeGreaterThan(40);
        assertThat(whole.vitals()).hasSize(40);
        assertThat(cut).isEqualTo(whole);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void resuming_equals_never_stopping(long seed) {
        Facts unbroken = run(MonitorSettings.defaults(), () -> 90);
        Random random = new Random(seed);
        Gathered gathered = new Gathered();
        PatientMonitor monitor = new PatientMonitor(MonitorSettings.defaults(), BY_WIDTH, chunk(0, 90));
        for (int at = 0; at < SAMPLES; at += 90) {
            gathered.add(monitor.accept(chunk(at, 90)));
            if (random.nextInt(10) == 0) {
                monitor = PatientMonitor.resume(monitor.snapshot(), MonitorSettings.defaults(), BY_WIDTH);
            }
        }
        gathered.add(monitor.finish());

        assertThat(gathered.facts()).isEqualTo(unbroken);
    }

    @Test
    void patients_take_turns_on_a_thread_and_may_move_to_another() throws Exception {
        Facts alone = run(MonitorSettings.defaults(), () -> 90);
        List<ExecutorService> threads =
                List.of(Executors.newSingleThreadExecutor(), Executors.newSingleThreadExecutor());
        Gathered gathered = new Gathered();
        PatientMonitor monitor = new PatientMonitor(MonitorSettings.defaults(), BY_WIDTH, chunk(0, 90));
        PatientMonitor neighbour = new PatientMonitor(MonitorSettings.defaults(), BY_WIDTH, chunk(45, 90));
        try {
            for (int at = 0; at < SAMPLES; at += 90) {
                WaveformChunk own = chunk(at, 90);
                WaveformChunk other = chunk(at + 45, Math.min(90, SAMPLES - at - 45));
                ExecutorService thread = threads.get(at / 270 % 2);
                thread.submit(() -> neighbour.accept(other)).get();
                gathered.add(thread.submit(() -> monitor.accept(own)).get());
            }
        } finally {
            threads.forEach(ExecutorService::shutdown);
        }
        gathered.add(monitor.finish());

        assertThat(gathered.facts()).isEqualTo(alone);
    }

    @Test
    void repeated_and_overlapping_samples_change_nothing() {
        Facts clean = run(MonitorSettings.defaults(), () -> 360);
        Gathered gathered = new Gathered();
        PatientMonitor monitor = new PatientMonitor(MonitorSettings.defaults(), BY_WIDTH, chunk(0, 360));
        for (int at = 0; at < SAMPLES; at += 360) {
            gathered.add(monitor.accept(chunk(at, 360)));
            gathered.add(monitor.accept(chunk(at, 360)));
            gathered.add(monitor.accept(chunk(Math.max(0, at - 100), 360)));
        }
        gathered.add(monitor.finish());

        assertThat(gathered.facts()).isEqualTo(clean);
    }

    @Test
    void no_interval_crosses_a_gap() {
        Gathered gathered = new Gathered();
        PatientMonitor monitor = new PatientMonitor(MonitorSettings.defaults(), BY_WIDTH, chunk(0, 360));
        for (int at = 0; at < SAMPLES; at += 360) {
            if (at < 360 * 15 || at >= 360 * 20) {
                gathered.add(monitor.accept(chunk(at, 360)));
            }
        }
        gathered.add(monitor.finish());

        List<ClassifiedBeat> beats = gathered.facts().beats();
        assertThat(beats).noneMatch(beat -> beat.sampleIndex() >= 360 * 15 && beat.sampleIndex() < 360 * 20);
        assertThat(beats.stream().filter(ClassifiedBeat::afterGap)).hasSize(1);
        assertThat(beats.stream().filter(beat -> beat.rrMicros().isEmpty())).hasSize(2);
        assertThat(beats.stream()
                        .mapToLong(beat -> beat.rrMicros().orElse(0))
                        .max()
                        .orElseThrow())
                .isLessThan(2_000_000);
    }

    @Test
    void what_comes_first_after_resuming_may_be_the_end_or_a_gap() {
        for (int stop = 360 * 20; stop < 360 * 21; stop += 30) {
            PatientMonitor unbroken = new PatientMonitor(MonitorSettings.defaults(), BY_WIDTH, chunk(0, stop));
            unbroken.accept(chunk(0, stop));
            byte[] snapshot = unbroken.snapshot();
            PatientMonitor ending = PatientMonitor.resume(snapshot, MonitorSettings.defaults(), BY_WIDTH);
            PatientMonitor going = PatientMonitor.resume(snapshot, MonitorSettings.defaults(), BY_WIDTH);

            Facts expectedEnd = unbroken.finish();

            assertThat(ending.finish()).isEqualTo(expectedEnd);
            assertThat(expectedEnd.beats()).noneMatch(beat -> beat.beatClass() == BeatClass.Q);
            assertThat(going.accept(chunk(stop + 3600, 360)).beats())
                    .startsWith(expectedEnd.beats().get(0));
        }
    }

    @Test
    void reference_beats_are_classified_where_the_reference_puts_them() {
        MonitorSettings settings = MonitorSettings.defaults().withBeatSource(BeatSource.REFERENCE);
        long[] reference = {500, 790, 1080, 1370};
        PatientMonitor monitor = new PatientMonitor(settings, BY_WIDTH, chunk(0, 720));
        Gathered gathered = new Gathered();
        gathered.add(monitor.accept(chunk(0, 720), new long[] {500}));
        gathered.add(monitor.accept(chunk(720, 720), new long[] {790, 1080, 1370}));
        gathered.add(monitor.finish());

        assertThat(gathered.facts().beats().stream().mapToLong(ClassifiedBeat::sampleIndex))
                .containsExactly(Arrays.stream(reference).boxed().toArray(Long[]::new));
    }

    @Test
    void every_beat_is_found_and_the_early_ones_look_ventricular() {
        Facts own = run(MonitorSettings.defaults(), () -> 90);

        assertThat(own.beats()).hasSize(50);
        assertThat(own.beats().stream().filter(beat -> beat.beatClass() == BeatClass.V))
                .hasSize(5);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void the_delay_of_each_beat_is_told_the_same_for_any_cut_into_chunks(long seed) {
        Random random = new Random(seed);
        List<BeatDelay> whole = delays(() -> SAMPLES);
        List<BeatDelay> cut = delays(() -> 1 + random.nextInt(700));

        assertThat(cut).isEqualTo(whole);
        assertThat(whole.stream().map(BeatDelay::rPeakSample))
                .isEqualTo(run(MonitorSettings.defaults(), () -> 90).beats().stream()
                        .map(ClassifiedBeat::sampleIndex)
                        .toList());
        // The first ones wait for the detector's learning; at the end nothing is waited for.
        assertThat(whole.subList(10, whole.size() - 3)).allSatisfy(delay -> {
            assertThat(delay.foundAtSample() - delay.rPeakSample()).isBetween(1L, 216L);
            assertThat(delay.decidedAtSample() - delay.foundAtSample()).isBetween(0L, (long) (2.6 * 360));
        });
    }

    @Test
    void of_beats_found_before_a_resume_no_delay_is_told() {
        PatientMonitor monitor = new PatientMonitor(MonitorSettings.defaults(), BY_WIDTH, chunk(0, 1));
        monitor.accept(chunk(0, 360 * 20));
        PatientMonitor resumed = PatientMonitor.resume(monitor.snapshot(), MonitorSettings.defaults(), BY_WIDTH);

        int facts = resumed.accept(chunk(360 * 20, 360 * 10)).beats().size();
        monitor.accept(chunk(360 * 20, 360 * 10));

        assertThat(resumed.delays()).hasSizeLessThan(facts).isNotEmpty();
        assertThat(monitor.delays()).hasSize(facts).endsWith(resumed.delays().toArray(BeatDelay[]::new));
    }

    @Test
    void a_beat_from_the_reference_is_known_when_it_comes() {
        MonitorSettings settings = MonitorSettings.defaults().withBeatSource(BeatSource.REFERENCE);
        PatientMonitor monitor = new PatientMonitor(settings, BY_WIDTH, chunk(0, 1440));

        monitor.accept(chunk(0, 1440), new long[] {500, 790});

        assertThat(monitor.delays()).first().satisfies(delay -> {
            assertThat(delay.foundAtSample()).isEqualTo(500);
            assertThat(delay.decidedAtSample()).isGreaterThanOrEqualTo(790);
        });
    }

    private static List<BeatDelay> delays(IntSupplier chunkLength) {
        List<BeatDelay> delays = new ArrayList<>();
        PatientMonitor monitor = new PatientMonitor(MonitorSettings.defaults(), BY_WIDTH, chunk(0, 1));
        int at = 0;
        while (at < SAMPLES) {
            int length = Math.min(chunkLength.getAsInt(), SAMPLES - at);
            monitor.accept(chunk(at, length));
            delays.addAll(monitor.delays());
            at += length;
        }
        monitor.finish();
        delays.addAll(monitor.delays());
        return delays;
    }

    @Test
    void instants_follow_the_chunks_clock() {
        Facts facts = run(MonitorSettings.defaults(), () -> 90);

        for (ClassifiedBeat beat : facts.beats()) {
            assertThat(beat.epochMicros()).isEqualTo(1_700_000_000_000_000L + RATE.microsAt(beat.sampleIndex()));
        }
    }

    @Test
    void a_rate_that_changes_in_mid_stream_is_refused() {
        PatientMonitor monitor = new PatientMonitor(MonitorSettings.defaults(), BY_WIDTH, chunk(0, 90));
        WaveformChunk other = WaveformChunk.ofRaw(90, 0, new SamplingRate(250), LEADS, new short[180]);

        assertThatThrownBy(() -> monitor.accept(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("360.0 to 250.0 Hz at sample 90");
    }

    private static Facts run(MonitorSettings settings, IntSupplier chunkLength) {
        Gathered gathered = new Gathered();
        PatientMonitor monitor = new PatientMonitor(settings, BY_WIDTH, chunk(0, 1));
        int at = 0;
        while (at < SAMPLES) {
            int length = Math.min(chunkLength.getAsInt(), SAMPLES - at);
            gathered.add(monitor.accept(chunk(at, length)));
            at += length;
        }
        gathered.add(monitor.finish());
        return gathered.facts();
    }

    private static WaveformChunk chunk(int at, int length) {
        short[] raw = Arrays.copyOfRange(SIGNAL, 2 * at, 2 * Math.min(SAMPLES, at + length));
        return WaveformChunk.ofRaw(at, 1_700_000_000_000_000L + RATE.microsAt(at), RATE, LEADS, raw);
    }

    /** Narrow beats every 0.8 s; after every tenth an early, wide, opposite one. */
    private static short[] twoLeadBeats(int samples) {
        double[] millivolts = new double[samples];
        int at = 200;
        for (int beat = 0; at < samples + 500; beat++) {
            boolean early = beat % 10 == 9;
            bump(millivolts, at, early ? -1.8 : 1.2, early ? 16 : 5);
            bump(millivolts, at + 110, early ? 0.5 : 0.2, 20);
            at += beat % 10 == 8 ? 200 : early ? 390 : 288 + beat % 3;
        }
        Random noise = new Random(7);
        short[] raw = new short[2 * samples];
        for (int i = 0; i < samples; i++) {
            raw[2 * i] = (short) Math.round(1024 + 200 * (millivolts[i] + 0.01 * noise.nextGaussian()));
            raw[2 * i + 1] = (short) Math.round(1024 - 120 * (millivolts[i] + 0.01 * noise.nextGaussian()));
        }
        return raw;
    }

    private static void bump(double[] into, int at, double height, double width) {
        for (int i = Math.max(0, at - 100); i < Math.min(into.length, at + 100); i++) {
            into[i] += height * Math.exp(-0.5 * (i - at) * (i - at) / (width * width));
        }
    }

    private static final class Gathered {
        private final List<ClassifiedBeat> beats = new ArrayList<>();
        private final List<VitalSigns> vitals = new ArrayList<>();
        private final List<AlarmEvent> alarms = new ArrayList<>();

        void add(Facts facts) {
            beats.addAll(facts.beats());
            vitals.addAll(facts.vitals());
            alarms.addAll(facts.alarms());
        }

        Facts facts() {
            return new Facts(beats, vitals, alarms);
        }
    }

    /** V when the beat points down in the first lead, N otherwise; the probabilities carry a print of the input. */
    private static final class ByWidth implements BeatClassifier {
        @Override
        public ClassProbabilities classify(BeatInput input) {
            double sum = 0;
            for (int i = 40; i < 100; i++) {
                sum += input.waveform(0, i);
            }
            float print = (float) (0.001 * Math.abs(sum) % 0.2);
            return sum < -6
                    ? ClassProbabilities.of(print, 0, 1 - print, 0, 0)
                    : ClassProbabilities.of(1 - print, 0, print, 0, 0);
        }

        @Override
        public String modelHash() {
            return "test";
        }
    }
}
