package org.rwave.ecg.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that cannot be read as they are end in one line that names record, file and place. */
class BadRecordTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "empty                           | ''                                           | is empty at byte 0",
                "only comments                   | # nothing                                    | is empty at byte 0",
                "no number of signals            | r                                            | number of signals is not there",
                "no signals                      | r 0 360 4                                    | has no signals",
                "negative number of signals      | r -1 360 4                                   | signals is -1",
                "missing signal line             | r 2 360 4;r.dat 16                           | promises 2 signals but has lines for 1",
                "zero rate                       | r 1 0 4;r.dat 16                             | the sampling frequency is 0",
                "rate that is no number          | r 1 NaN 4;r.dat 16                           | the sampling frequency is NaN",
                "infinite rate                   | r 1 1e999 4;r.dat 16                         | the sampling frequency is 1e999",
                "negative length                 | r 1 360 -4;r.dat 16                          | samples is -4",
                "huge length                     | r 1 360 99999999999999999999;r.dat 16        | not a whole number",
                "unknown format                  | r 1 360 4;r.dat 17                           | storage format 17 is not known",
                "format that is no number        | r 1 360 4;r.dat abc                          | the storage format is \"abc\"",
                "no samples per frame            | r 1 360 4;r.dat 16x0                         | samples per frame is 0",
                "too many samples per frame      | r 1 360 4;r.dat 16x99999999                  | samples per frame is 99999999",
                "negative skew                   | r 1 360 4;r.dat 16:-2                        | the skew is -2",
                "gain that is no number          | r 1 360 4;r.dat 16 abc                       | the gain is \"abc\"",
                "gain NaN                        | r 1 360 4;r.dat 16 NaN                       | the gain is NaN",
                "checksum that is no number      | r 1 360 4;r.dat 16 200 12 0 1 x              | the checksum is \"x\"",
                "two formats in one file         | r 2 360 2;r.dat 16;r.dat 212                 | contradicts itself",
                "two offsets in one file         | r 2 360 2;r.dat 16+1;r.dat 16+2              | contradicts itself",
                "no such signal file             | r 1 360 4;s.dat 16                           | s.dat is not there",
                "too short a signal file         | r 1 360 5;r.dat 16                           | truncated: it ends at byte 8",
                "offset past the end             | r 1 360 4;r.dat 16+100                       | truncated: it ends at byte 8",
                "no such time                    | r 1 360 4 25:00:00;r.dat 16                  | not a time of day",
                "no such date                    | r 1 360 4 1:00:00 31/02/2000;r.dat 16        | which is no day",
                "segments of another length      | r/2 1 360 9;~ 4;r 4                          | samples long, its segments together 8",
                "no segment with signals         | r/1 1 360 4;~ 4                              | no segment with signals",
                "segment that holds itself       | r/1 1 360 4;r 4                              | holds no signals of its own",
                "no such segment                 | r/1 1 360 4;q 4                              | no header file",
                "no segments                     | r/0 1 360 4                                  | segments is 0",
            })
    void a_bad_header_is_refused(String name, String header, String reason) throws IOException {
        Path file = folder.resolve("r.hea");
        Files.writeString(file, header.replace(';', '\n') + "\n");
        Files.write(folder.resolve("r.dat"), new byte[8]);

        assertThatThrownBy(() -> Recordings.open(file))
                .as(name)
                .isInstanceOf(RecordingException.class)
                .hasMessageContainingAll("record ", folder.toString(), reason)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void the_place_of_the_bad_line_is_named() throws IOException {
        Files.writeString(folder.resolve("r.hea"), "r 2 360 4\nr.dat 16\nr.dat 16 x\n");

        assertThatThrownBy(() -> Recordings.open(folder.resolve("r")))
                .hasMessageContainingAll("record r", "r.hea", "line at byte 19", "r.dat 16 x");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"r 1 250/24000 4, 24000, 0", "r 1 250/0.5(-17.5) 4, 0.5, -17.5"})
    void the_counter_of_the_recorder_is_read(String line, double unitsPerSecond, double atSampleZero)
            throws IOException {
        Files.writeString(folder.resolve("r.hea"), line + "\nr.dat 16\n");
        Files.write(folder.resolve("r.dat"), new byte[8]);

        try (Recording recording = Recordings.open(folder.resolve("r"))) {
            assertThat(recording.counter()).contains(new Counter(unitsPerSecond, atSampleZero));
            assertThat(recording.rate().hertz()).isEqualTo(250);
        }
    }

    @Test
    void a_record_without_length_and_samples_is_refused() throws IOException {
        Files.write(folder.resolve("r.dat"), new byte[1]);
        for (String header : new String[] {"r 1\nr.dat 16\n", "r 1 360 0\nr.dat 16\n", "r 1 360\n~ 0\n"}) {
            Files.writeString(folder.resolve("r.hea"), header);

            assertThatThrownBy(() -> Recordings.open(folder.resolve("r")))
                    .isInstanceOf(RecordingException.class)
                    .hasMessageContainingAll("record r", "r.hea", "no samples");
        }
    }

    @Test
    void a_wrong_checksum_is_found_at_the_end() throws IOException {
        Files.writeString(folder.resolve("r.hea"), "r 1 360 4\nr.dat 16 200 16 0 1 11 0 ECG\n");
        Files.write(folder.resolve("r.dat"), new byte[] {1, 0, 2, 0, 3, 0, 4, 0});

        try (Recording recording = Recordings.open(folder.resolve("r"))) {
            assertThatThrownBy(() -> recording.read(new int[4], 4))
                    .isInstanceOf(RecordingException.class)
                    .hasMessageContainingAll("record r", "r.dat, byte 8", "ECG", "is 10", "says 11");
        }
    }

    @Test
    void a_signal_file_of_another_record_is_found_at_the_start() throws IOException {
        int samples = 100_000;
        Files.writeString(folder.resolve("r.hea"), "r 1 360 " + samples + "\nr.dat 16 200 16 0 7 99 0 ECG\n");
        Files.write(folder.resolve("r.dat"), new byte[2 * samples]);

        try (Recording recording = Recordings.open(folder.resolve("r"))) {
            assertThatThrownBy(() -> recording.read(new int[1], 1))
                    .isInstanceOf(RecordingException.class)
                    .hasMessageContaining("says 99");
        }
    }

    @Test
    void a_segment_that_contradicts_its_record_is_refused_when_it_is_reached() throws IOException {
        Files.writeString(folder.resolve("r.hea"), "r/2 1 360 6\na 4\nb 2\n");
        Files.writeString(folder.resolve("a.hea"), "a 1 360 4\na.dat 16\n");
        Files.writeString(folder.resolve("b.hea"), "b 1 360 3\na.dat 16\n");
        Files.write(folder.resolve("a.dat"), new byte[8]);

        try (Recording recording = Recordings.open(folder.resolve("r"))) {
            assertThat(recording.read(new int[4], 4)).isEqualTo(4);
            assertThatThrownBy(() -> recording.read(new int[2], 2))
                    .isInstanceOf(RecordingException.class)
                    .hasMessageContainingAll("segment b", "3 samples", "2 by");
        }
    }
}
