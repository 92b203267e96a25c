package org.rwave.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldsFileTest {
    @TempDir
    Path folder;

    @Test
    void the_built_in_folds_can_be_written_and_read_back() throws IOException {
        Path file = Files.write(folder.resolve("folds"), FoldsFile.format(DataSplit.DS1_FOLDS));

        assertThat(FoldsFile.read(file)).isEqualTo(DataSplit.DS1_FOLDS);
    }

    @Test
    void comments_and_empty_lines_are_skipped() {
        List<DataSplit> folds = FoldsFile.parse("f", List.of("# two folds", "", "a = 101  106 # both", "b=\t108"));

        assertThat(folds)
                .containsExactly(new DataSplit("a", List.of("101", "106")), new DataSplit("b", List.of("108")));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "b = 999 | f line 2: record 999 is not in the training set DS1: 101 106",
                "b = 102 | f line 2: record 102 is not in the training set DS1",
                "b = 106 101 | f line 2: record 101 is named in line 1 already",
                "b = 108 108 | f line 2: record 108 is named in line 2 already",
                "b = 106 100 | f line 2: record 100 belongs to the test set DS2, which training must not see",
                "b = | f line 2: fold 'b' has no record; each has at least one",
                "a = 106 | f line 2: there is a fold 'a' already",
                "106 108 | f line 2: a fold is written NAME = RECORD RECORD ..., was '106 108'",
                "# none | f: cross-validation needs at least two folds, found 1"
            })
    void nonsense_is_refused_with_file_line_and_rule(String second, String message) {
        assertThatThrownBy(() -> FoldsFile.parse("f", List.of("a = 101", second)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
