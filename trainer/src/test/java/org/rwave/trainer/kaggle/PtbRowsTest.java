package org.rwave.trainer.kaggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.ecg.recording.TestData;

class PtbRowsTest {
    @TempDir
    Path folder;

    @Test
    void rows_of_simulated_controls_and_infarctions_begin_near_an_r_peak_and_carry_their_labels() throws IOException {
        SimulatedPtb.writeBoth(folder, 1);

        PtbRows rows = PtbRows.derive(folder);

        assertThat(rows.normal()).hasSizeBetween(25, 36).allMatch(row -> row.label() == 0);
        assertThat(rows.abnormal()).hasSizeBetween(30, 42).allMatch(row -> row.label() == 1);
        assertThat(rows.normal()).filteredOn(row -> row.value(0) > 0.8f).hasSizeGreaterThan(20);
        assertThat(rows.summary()).isEqualTo("2 records, 0 left out for another diagnosis");
    }

    @Test
    void a_record_with_another_diagnosis_is_left_out_and_counted() throws IOException {
        SimulatedPtb.writeBoth(folder, 1);
        SimulatedPtb.write(folder, "other", SimulatedPtb.sinus(), 3, SimulatedPtb.admission("Bundle branch block"));

        assertThat(PtbRows.derive(folder).summary()).isEqualTo("2 records, 1 left out for another diagnosis");
    }

    @Test
    void a_record_without_diagnosis_and_a_folder_without_records_are_one_clear_line() throws IOException {
        assertThatThrownBy(() -> PtbRows.derive(folder)).hasMessageContaining("no record of a healthy control");
        assertThatThrownBy(() -> PtbRows.derive(folder.resolve("none"))).hasMessageContaining("is not a folder");

        SimulatedPtb.write(folder, "mute", SimulatedPtb.sinus(), 3, List.of("age: 50"));

        assertThatThrownBy(() -> PtbRows.derive(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mute.hea: has no comment '# Reason for admission: ...'");
    }

    @Test
    void a_real_record_of_an_infarction_gives_abnormal_rows_from_lead_two() throws IOException {
        Path samples = TestData.folder("wfdb-conformance").resolve("sample-data");
        for (String file : List.of("s0010_re.hea", "s0010_re.dat", "s0010_re.xyz")) {
            Files.copy(samples.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }

        PtbRows rows = PtbRows.derive(folder);

        assertThat(rows.normal()).isEmpty();
        assertThat(rows.abnormal()).hasSizeBetween(45, 55); // 38.4 s at about 81 beats a minute
        assertThat(rows.abnormal()).allMatch(row -> row.value(0) > row.value(3) + 0.2f);
    }
}
