package org.rwave.ecg.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.signal.SamplingRate;

class SimulatedRecordingTest {
    private static final SamplingRate RATE = new SamplingRate(360);

    private static SimulatedRecording ward(long seed, int number, Duration length) {
        return new PatientSimulator(seed).patient(number, length, RATE);
    }

    /** One recording with every kind of beat, rhythm and disturbance in it. */
    private static SimulatedRecording everything(SamplingRate rate) {
        Scenario scenario = Scenario.builder()
                .sinus(75, Duration.ofSeconds(5))
                .prematureVentricular()
                .prematureAtrial()
                .fusion()
                .unknown()
                .muscleNoise(0.1, Duration.ofSeconds(4))
                .electrodeMotion(0.5, Duration.ofSeconds(4))
                .run(4)
                .atrialFibrillation(100, Duration.ofSeconds(6))
                .leadMissing(0, Duration.ofSeconds(2))
                .baselineWander(0.5, Duration.ofSeconds(5))
                .mains(0.1, Duration.ofSeconds(5))
                .paced(70, Duration.ofSeconds(5))
                .leadFlat(1, Duration.ofSeconds(1))
                .ventricularFibrillation(Duration.ofSeconds(5))
                .asystole(Duration.ofSeconds(4))
                .atrialFlutter(3, Duration.ofSeconds(5))
                .build();
        return new PatientSimulator(11).patient(1, scenario, rate);
    }

    @Test
    void the_same_seed_gives_the_same_samples() {
        int[] first = Played.read(ward(7, 3, Duration.ofMinutes(2)));
        int[] second = Played.read(ward(7, 3, Duration.ofMinutes(2)));

        assertThat(first).isEqualTo(second);
    }

    @Test
    void another_patient_of_the_same_ward_gives_other_samples() {
        int[] first = Played.read(ward(7, 3, Duration.ofMinutes(1)));
        int[] second = Played.read(ward(7, 4, Duration.ofMinutes(1)));

        assertThat(first).isNotEqualTo(second);
    }

    /** The checksum was computed once with this code; it changes only when the simulator is changed on purpose. */
    @Test
    void samples_and_annotations_are_the_same_on_every_machine() {
        SimulatedRecording recording = everything(RATE);
        CRC32 samples = new CRC32();
        int[] raw = Played.read(recording);
        ByteBuffer bytes = ByteBuffer.allocate(4 * raw.length);
        bytes.asIntBuffer().put(raw);
        samples.update(bytes);

        CRC32 annotations = new CRC32();
        recording.annotations().forEach(one -> annotations.update(one.toString().getBytes(StandardCharsets.UTF_8)));

        assertThat("%d samples %08x, annotations %08x"
                        .formatted(raw.length / 2, samples.getValue(), annotations.getValue()))
                .isEqualTo("13909 samples 5b2b5fe0, annotations 37d38d88");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void any_cut_into_reads_gives_the_same_samples(long seed) {
        int[] whole = Played.read(everything(RATE));
        SimulatedRecording recording = everything(RATE);
        Random random = new Random(seed);
        List<Integer> read = new ArrayList<>();

        int[] raw = new int[2 * 700];
        int count;
        do {
            count = recording.read(raw, 1 + random.nextInt(700));
            for (int i = 0; i < 2 * count; i++) {
                read.add(raw[i]);
            }
        } while (count > 0);

        assertThat(read.stream().mapToInt(Integer::intValue).toArray()).isEqualTo(whole);
    }

    @Test
    void seeking_forward_and_back_gives_what_reading_through_gives() {
        int[] whole = Played.read(everything(RATE));
        SimulatedRecording recording = everything(RATE);
        int[] part = new int[2 * 500];

        for (long sample : new long[] {9_000, 100, 4_321, 0, 13_000}) {
            recording.seek(sample);
            int read = recording.read(part, 500);

            assertThat(read).isEqualTo(500);
            assertThat(part).isEqualTo(Arrays.copyOfRange(whole, (int) (2 * sample), (int) (2 * (sample + 500))));
        }
    }

    @Test
    void the_length_is_what_can_be_read() {
        SimulatedRecording recording = everything(RATE);

        assertThat(recording.length()).hasValue(Played.read(everything(RATE)).length / 2);
    }

    @Test
    void a_ward_patient_lasts_as_long_as_asked() {
        for (int number = 1; number <= 20; number++) {
            assertThat(ward(3, number, Duration.ofMinutes(10)).length()).hasValue(10 * 60 * 360);
        }
    }

    @Test
    void after_its_end_nothing_is_read() {
        SimulatedRecording recording = ward(1, 1, Duration.ofSeconds(5));
        Played.read(recording);

        assertThat(recording.read(new int[20], 10)).isZero();
    }

    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(doubles = {100, 128, 250, 500, 1000})
    void the_heart_is_the_same_at_every_rate(double hertz) {
        SamplingRate rate = new SamplingRate(hertz);
        // A beat and the name of a rhythm may share a sample at one rate and not at another.
        for (boolean beats : new boolean[] {true, false}) {
            List<Annotation> reference = annotations(RATE, beats);

            List<Annotation> annotations = annotations(rate, beats);

            assertThat(annotations).hasSameSizeAs(reference);
            for (int i = 0; i < reference.size(); i++) {
                assertThat(annotations.get(i).code()).isEqualTo(reference.get(i).code());
                assertThat(rate.secondsAt(annotations.get(i).sampleIndex()))
                        .isCloseTo(
                                RATE.secondsAt(reference.get(i).sampleIndex()),
                                Offset.offset(0.5 / hertz + 0.5 / 360 + 1e-9));
            }
        }
    }

    private static List<Annotation> annotations(SamplingRate rate, boolean beats) {
        return everything(rate).annotations().stream()
                .filter(annotation -> annotation.code().isBeat() == beats)
                .toList();
    }

    @Test
    void a_rate_outside_100_to_1000_Hz_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PatientSimulator(1).patient(1, Duration.ofSeconds(1), new SamplingRate(99)))
                .withMessageContaining("100 to 1000 Hz");
    }

    @Test
    void annotations_come_in_order_and_within_the_recording() {
        for (int number = 1; number <= 30; number++) {
            SimulatedRecording recording = ward(5, number, Duration.ofMinutes(10));

            List<Annotation> annotations = recording.annotations();

            long last = 0;
            for (Annotation annotation : annotations) {
                assertThat(annotation.sampleIndex()).isGreaterThanOrEqualTo(last);
                last = annotation.sampleIndex();
            }
            assertThat(last).isLessThan(recording.length().orElseThrow());
        }
    }

    @Test
    void the_hearts_events_come_in_order() {
        for (ScenarioCatalog.Named named : ScenarioCatalog.all()) {
            for (long seed = 1; seed <= 20; seed++) {
                HeartEvents events = new HeartEvents(named.scenario(), PatientProfile.random(seed), seed);
                double last = 0;
                while (events.hasNext()) {
                    double seconds = events.next().seconds();
                    assertThat(seconds).as(named.label()).isGreaterThanOrEqualTo(last);
                    last = seconds;
                }
            }
        }
    }
}
