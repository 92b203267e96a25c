package org.rwave.ecg.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactLongTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "-64, 1",
        "63, 1",
        "64, 2",
        "-8192, 2",
        "8191, 2",
        "8192, 3",
        "1099511627776, 6",
        "9223372036854775807, 10",
        "-9223372036854775808, 10"
    })
    void comes_back_from_few_bytes(long value, int bytes) {
        byte[] written = new SnapshotWriter().putCompactLong(value).toByteArray();

        assertThat(written).hasSize(bytes);
        assertThat(new SnapshotReader(written).getCompactLong()).isEqualTo(value);
    }

    @Test
    void neighbouring_samples_take_a_byte_each() {
        short[] values = {0, 60, 30, -20, 32767, -32767};
        byte[] written =
                new SnapshotWriter().putDifferences(values, values.length).toByteArray();
        short[] read = new short[values.length];

        new SnapshotReader(written).getDifferences(read, read.length);

        assertThat(written).hasSize(4 + 3 + 3);
        assertThat(read).containsExactly(values);
    }
}
