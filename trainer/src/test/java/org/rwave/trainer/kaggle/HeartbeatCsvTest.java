package org.rwave.trainer.kaggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartbeatCsvTest {
    @TempDir
    Path folder;

    @Test
    void what_is_written_is_read_back_bit_for_bit() throws IOException {
        float[] values = new float[HeartbeatRow.LENGTH];
        values[0] = 1;
        values[1] = 367 / 484f;
        values[2] = 2.5e-5f;
        Path file = folder.resolve("rows.csv");

        HeartbeatCsv.write(file, List.of(new HeartbeatRow(values, 3)));
        List<HeartbeatRow> rows = HeartbeatCsv.read(file, RowLabels.MIT_BIH);

        float[] read = new float[HeartbeatRow.LENGTH];
        rows.get(0).copyTo(read, 0);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).label()).isEqualTo(3);
        assertThat(read).containsExactly(values);
    }

    @Test
    void numbers_have_the_digits_of_numpy_savetxt() {
        StringBuilder text = new StringBuilder();

        SavetxtNumber.append(text.append(' '), 367 / 484f);
        SavetxtNumber.append(text.append(' '), 1);
        SavetxtNumber.append(text.append(' '), 0);
        SavetxtNumber.append(text.append(' '), 1 / 4096f);

        // numpy 1.26: '%.18e' % numpy.float32(...)
        assertThat(text)
                .hasToString(" 7.582644820213317871e-01 1.000000000000000000e+00 0.000000000000000000e+00"
                        + " 2.441406250000000000e-04");
    }

    @ParameterizedTest(name = "column {0} {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "10; NaN; column 11 is NaN; values go from 0 to 1",
                "0; 1.5; column 1 is 1.5; values go from 0 to 1",
                "0; -0.1; column 1 is -0.1; values go from 0 to 1",
                "5; x; column 6 is 'x'; all columns are numbers, and there is no header",
                "5; ''; column 6 is ''; all columns are numbers, and there is no header",
                "187; 5; column 188, the label, is 5; labels are whole numbers from 0 to 4 (N, S, V, F, Q)",
                "187; 0.5; column 188, the label, is 0.5; labels are whole numbers from 0 to 4 (N, S, V, F, Q)",
                "187; NaN; column 188, the label, is NaN; labels are whole numbers from 0 to 4 (N, S, V, F, Q)",
                "187; -1; column 188, the label, is -1; labels are whole numbers from 0 to 4 (N, S, V, F, Q)"
            })
    void a_bad_value_is_refused_with_file_line_and_rule(int column, String value, String what, String rule)
            throws IOException {
        List<String> cells = new java.util.ArrayList<>(Collections.nCopies(188, "0.0"));
        String good = String.join(",", cells);
        cells.set(column, value);
        Path file = Files.writeString(folder.resolve("rows.csv"), good + "\n" + String.join(",", cells) + "\n");

        assertThatThrownBy(() -> HeartbeatCsv.read(file, RowLabels.MIT_BIH))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ", line 2: " + what + "; " + rule);
    }

    @Test
    void a_missing_column_a_header_and_an_empty_file_are_refused() throws IOException {
        Path narrow = Files.writeString(folder.resolve("narrow.csv"), String.join(",", Collections.nCopies(187, "0")));
        Path headed = Files.writeString(folder.resolve("headed.csv"), "sample" + ",0".repeat(187));
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> HeartbeatCsv.read(narrow, RowLabels.MIT_BIH))
                .hasMessage(narrow + ", line 1: has 187 columns; a row has 187 values and a label, 188 columns");
        assertThatThrownBy(() -> HeartbeatCsv.read(headed, RowLabels.MIT_BIH))
                .hasMessageContaining("line 1: column 1 is 'sample'")
                .hasMessageContaining("no header");
        assertThatThrownBy(() -> HeartbeatCsv.read(empty, RowLabels.MIT_BIH)).hasMessageContaining("has no rows");
        assertThatThrownBy(() -> HeartbeatCsv.read(binary, RowLabels.MIT_BIH))
                .hasMessageContaining("is not a text file");
        assertThatThrownBy(() -> HeartbeatCsv.read(folder.resolve("none.csv"), RowLabels.MIT_BIH))
                .hasMessageContaining("none.csv: no such file");
    }

    @Test
    void labels_of_the_ptb_files_are_two() throws IOException {
        Path file = Files.writeString(folder.resolve("ptb.csv"), "0,".repeat(187) + "2\n");

        assertThatThrownBy(() -> HeartbeatCsv.read(file, RowLabels.PTB))
                .hasMessageContaining("labels are whole numbers from 0 to 1 (normal, abnormal)");
    }
}
