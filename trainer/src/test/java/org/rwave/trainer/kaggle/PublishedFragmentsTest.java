package org.rwave.trainer.kaggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.recording.TestData;

/**
 * The derived rows against what is publicly known of the published files: 21,892 test rows by their first six values at
 * three digits, 999 of them whole, ten of each file with all digits.
 */
class PublishedFragmentsTest {
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private static Path fragments;
    private static MitBihRows rows;

    @BeforeAll
    static void derive() throws IOException {
        fragments = TestData.folder("kaggle-fragments");
        rows = MitBihRows.derive(TestData.folder("mitdb"));
    }

    @Test
    void every_test_row_has_the_printed_digits_in_the_published_order() throws IOException {
        List<HeartbeatRow> derived = rows.test();
        List<String> published = lines("mitbih_test.nixiaojing.csv");

        long matching = 0;
        for (int i = 0; i < published.size(); i++) {
            matching += hasPrintedDigits(derived.get(i), published.get(i)) ? 1 : 0;
        }

        System.out.println(
                "derived rows of mitbih_test.csv with the published digits: " + matching + " of " + published.size());
        assertThat(published).hasSize(21_892);
        assertThat(derived).hasSize(21_892);
        assertThat(matching).isEqualTo(21_892);
    }

    @Test
    void whole_rows_agree_to_the_last_digit_of_a_double() throws IOException {
        List<String> published = lines("mitbih_test.vitraocularia.csv");

        for (String line : published.subList(1, published.size())) {
            String[] cells = line.split(",", -1); // row number, values, label
            HeartbeatRow derived = rows.test().get(Integer.parseInt(cells[0]));
            for (int i = 0; i < HeartbeatRow.LENGTH; i++) {
                assertThat((double) derived.value(i)).isEqualTo(Double.parseDouble(cells[i + 1]), within(1e-15));
            }
            assertThat((double) derived.label()).isEqualTo(Double.parseDouble(cells[cells.length - 1]));
        }
    }

    @Test
    void the_first_ten_test_rows_are_written_byte_for_byte(@org.junit.jupiter.api.io.TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("test.csv");

        HeartbeatCsv.write(file, rows.test().subList(0, 10));

        assertThat(Files.readAllLines(file)).isEqualTo(lines("mitbih_test.tami64.csv"));
    }

    @Test
    void known_training_rows_are_among_the_training_rows_and_the_classes_have_the_published_sizes() throws IOException {
        List<HeartbeatRow> train = rows.train();

        for (String line : lines("mitbih_train.tami64.csv")) {
            float[] known = values(line);
            assertThat(train.stream().filter(row -> isEqual(row, known)).count())
                    .isEqualTo(1);
        }
        assertThat(sizes(train))
                .containsExactly(
                        Map.entry(0, 72_471L),
                        Map.entry(1, 2_223L),
                        Map.entry(2, 5_788L),
                        Map.entry(3, 641L),
                        Map.entry(4, 6_431L));
        assertThat(sizes(rows.test()))
                .containsExactly(
                        Map.entry(0, 18_118L),
                        Map.entry(1, 556L),
                        Map.entry(2, 1_448L),
                        Map.entry(3, 162L),
                        Map.entry(4, 1_608L));
    }

    private static List<String> lines(String name) throws IOException {
        return Files.readAllLines(fragments.resolve(name));
    }

    private static boolean hasPrintedDigits(HeartbeatRow row, String line) {
        String[] cells = line.split(",", -1);
        for (int i = 0; i < cells.length; i++) {
            BigDecimal rounded = new BigDecimal(row.value(i)).round(THREE_DIGITS);
            if (rounded.compareTo(new BigDecimal(cells[i])) != 0) {
                return false;
            }
        }
        return cells.length == 6;
    }

    private static float[] values(String line) {
        String[] cells = line.split(",", -1);
        float[] values = new float[HeartbeatRow.LENGTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.parseFloat(cells[i]);
        }
        return values;
    }

    private static boolean isEqual(HeartbeatRow row, float[] values) {
        float[] own = new float[HeartbeatRow.LENGTH];
        row.copyTo(own, 0);
        return Arrays.equals(own, values);
    }

    private static Map<Integer, Long> sizes(List<HeartbeatRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(HeartbeatRow::label, java.util.TreeMap::new, Collectors.counting()));
    }
}
