package org.rwave.ecg.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;

/** What the writer writes, the reader reads, in every format, length and number of leads. */
class WfdbRoundTripTest {
    private static final SamplingRate RATE = new SamplingRate(360);

    @TempDir
    Path folder;

    static Stream<Arguments> formats_and_shapes() {
        return IntStream.of(8, 16, 24, 32, 61, 80, 160, 212, 310, 311)
                .boxed()
                .flatMap(format -> IntStream.of(1, 2, 3, 5)
                        .boxed()
                        .flatMap(leads -> IntStream.of(1, 2, 3, 4, 5, 1000, 20_001)
                                .mapToObj(samples -> Arguments.of(format, leads, samples))));
    }

    @ParameterizedTest(name = "format {0}, {1} leads, {2} samples")
    @MethodSource("formats_and_shapes")
    void every_value_comes_back(int format, int leadCount, int samples) throws IOException {
        int[] raw = adversarial(StorageFormat.ofCode(format).orElseThrow(), leadCount, samples);
        RecordDescription description = RecordDescription.of(RATE, leads(leadCount), format);

        try (WfdbRecordWriter writer = new WfdbRecordWriter(folder.resolve("r"), description)) {
            writer.write(raw, samples);
        }

        try (Recording recording = Recordings.open(folder.resolve("r"))) {
            assertThat(recording.length()).hasValue(samples);
            assertThat(readInParts(recording, leadCount, samples)).isEqualTo(raw);
            recording.seek(samples / 2);
            int[] second = new int[leadCount * 3];
            int count = recording.read(second, 3);
            assertThat(IntStream.of(second).limit((long) count * leadCount).toArray())
                    .isEqualTo(IntStream.of(raw)
                            .skip((long) (samples / 2) * leadCount)
                            .limit((long) count * leadCount)
                            .toArray());
        }
    }

    @Test
    void writing_in_parts_writes_the_same_file() throws IOException {
        int[] raw = adversarial(StorageFormat.PACKED_212, 3, 1001);
        RecordDescription description = RecordDescription.of(RATE, leads(3), 212);

        try (WfdbRecordWriter whole = new WfdbRecordWriter(folder.resolve("whole"), description);
                WfdbRecordWriter parts = new WfdbRecordWriter(folder.resolve("parts"), description)) {
            whole.write(raw, 1001);
            for (int n = 0; n < 1001; n++) {
                parts.write(new int[] {raw[3 * n], raw[3 * n + 1], raw[3 * n + 2]}, 1);
            }
        }

        assertThat(folder.resolve("parts.dat")).hasSameBinaryContentAs(folder.resolve("whole.dat"));
    }

    @Test
    void the_header_says_what_it_was_given() throws IOException {
        Lead lead = new Lead("MLII", "", 5, 1024);
        Instant start = Instant.parse("2026-03-04T05:06:07.089Z");
        RecordDescription description =
                new RecordDescription(RATE, List.of(lead), 212, Optional.of(start), List.of("simulated", "seed 7"));

        try (WfdbRecordWriter writer = new WfdbRecordWriter(folder.resolve("sim_1"), description)) {
            writer.write(new int[] {1024, 1000, Recording.MISSING}, 3);
        }

        assertThat(folder.resolve("sim_1.hea")).hasContent("""
                sim_1 1 360 3 05:06:07.089 04/03/2026
                sim_1.dat 212 200(1024)/mV 12 0 1024 -24 0 MLII
                # simulated
                # seed 7
                """);
        try (Recording recording = Recordings.open(folder.resolve("sim_1"))) {
            assertThat(recording.leads()).containsExactly(lead);
            assertThat(recording.start()).contains(start);
            assertThat(recording.comments()).containsExactly("simulated", "seed 7");
        }
    }

    /** Format 32 has a place for every value. */
    @ParameterizedTest(name = "format {0}")
    @ValueSource(ints = {16, 24, 61, 80, 160, 212, 310, 311})
    void a_value_that_does_not_fit_is_refused_and_not_written(int code) throws IOException {
        StorageFormat format = StorageFormat.ofCode(code).orElseThrow();
        int[] unfit = {format.highest() + 1, format.missingCode()};
        RecordDescription description = RecordDescription.of(RATE, leads(1), code);

        try (WfdbRecordWriter writer = new WfdbRecordWriter(folder.resolve("r"), description)) {
            for (int value : unfit) {
                assertThatThrownBy(() -> writer.write(new int[] {value}, 1))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContainingAll("sample 0", "lead0", Integer.toString(value));
            }
            assertThat(writer.length()).isZero();
        }
    }

    @Test
    void a_step_that_differences_cannot_hold_is_refused() throws IOException {
        RecordDescription description = RecordDescription.of(RATE, leads(1), 8);

        try (WfdbRecordWriter writer = new WfdbRecordWriter(folder.resolve("r"), description)) {
            assertThatThrownBy(() -> writer.write(new int[] {1000, 1127, 999, 0}, 4))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sample 3");
            assertThatThrownBy(() -> writer.write(new int[] {Recording.MISSING}, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("missing");
        }
    }

    @Test
    void an_unfinished_record_has_no_header() throws IOException {
        try (WfdbRecordWriter writer =
                new WfdbRecordWriter(folder.resolve("r"), RecordDescription.of(RATE, leads(1), 16))) {
            writer.write(new int[] {1}, 1);

            assertThat(Files.exists(folder.resolve("r.hea"))).isFalse();
        }
    }

    @Test
    void a_name_that_wfdb_does_not_allow_is_refused() {
        assertThatThrownBy(() -> new WfdbRecordWriter(folder.resolve("a b"), RecordDescription.of(RATE, leads(1), 16)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a b");
    }

    private static List<Lead> leads(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Lead("lead" + i, "", 1000.0 / (200 + i), 10 * i))
                .toList();
    }

    /** Lowest, highest and missing values beside random ones; for format 8, differences of all sizes. */
    private static int[] adversarial(StorageFormat format, int leadCount, int samples) {
        Random random = new Random(samples);
        int[] raw = new int[leadCount * samples];
        for (int i = 0; i < raw.length; i++) {
            int previous = i < leadCount ? 0 : raw[i - leadCount];
            raw[i] = format == StorageFormat.DIFFERENCE_8
                    ? previous + random.nextInt(256) - 128
                    : switch (random.nextInt(6)) {
                        case 0 -> format.lowest();
                        case 1 -> format.highest();
                        case 2 -> Recording.MISSING;
                        case 3 -> -1;
                        default -> Math.max(format.lowest(), random.nextInt() >> (32 - format.bits()));
                    };
        }
        return raw;
    }

    private static int[] readInParts(Recording recording, int leadCount, int samples) throws IOException {
        int[] all = new int[leadCount * samples];
        int[] part = new int[leadCount * 777];
        int done = 0;
        for (int n = recording.read(part, 777); n > 0; n = recording.read(part, 777)) {
            System.arraycopy(part, 0, all, done * leadCount, n * leadCount);
            done += n;
        }
        assertThat(done).isEqualTo(samples);
        return all;
    }
}
