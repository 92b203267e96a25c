package org.rwave.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.ecg.recording.TestData;
import org.rwave.ecg.score.ClassMapping;

class BeatCaptureTest {
    /** Numbers of features: log of the interval before over the usual one; whether the next beat has been waited for. */
    private static final int PRE = 0;

    private static final int POST_SEEN = 25;

    @TempDir
    Path folder;

    @Test
    void every_annotated_beat_is_captured_with_its_class() throws IOException {
        List<LabelledBeat> beats = capture("REFERENCE");

        assertThat(beats).hasSize(1987);
        assertThat(beats).filteredOn(beat -> beat.label() == BeatClass.V).hasSize(444);
        assertThat(beats).extracting(LabelledBeat::sampleIndex).isSorted();
    }

    @Test
    void nearly_every_detection_finds_its_annotation() throws IOException {
        assertThat(capture("DETECTOR")).hasSizeBetween(1970, 1990);
    }

    @Test
    void one_lead_alone_leaves_the_second_row_empty_and_looks_like_itself() throws IOException {
        List<LabelledBeat> both = capture("REFERENCE");
        List<LabelledBeat> first = capture("FIRST_LEAD");
        List<LabelledBeat> second = capture("SECOND_LEAD");

        assertThat(first).hasSize(1987);
        assertThat(second).hasSize(1987);
        assertThat(row(first.get(900), 1)).containsOnly(0);
        assertThat(row(second.get(900), 1)).containsOnly(0);
        assertThat(alignedCorrelation(row(first.get(900), 0), row(both.get(900), 0)))
                .isGreaterThan(0.98);
        assertThat(alignedCorrelation(row(second.get(900), 0), row(both.get(900), 1)))
                .isGreaterThan(0.98);
    }

    @Test
    void swapped_leads_change_places() throws IOException {
        LabelledBeat straight = capture("REFERENCE").get(900);
        LabelledBeat swapped = capture("SWAPPED_LEADS").get(900);

        assertThat(correlation(row(swapped, 0), row(straight, 1))).isGreaterThan(0.98);
        assertThat(correlation(row(swapped, 1), row(straight, 0))).isGreaterThan(0.98);
    }

    @Test
    void a_missed_beat_is_not_captured_and_lengthens_the_interval_of_the_next() throws IOException {
        List<LabelledBeat> all = capture("REFERENCE");
        List<LabelledBeat> some = capture("MISSED:0.1");

        assertThat((double) some.size()).isCloseTo(0.9 * all.size(), within(0.03 * all.size()));
        int missed = 0;
        while (some.get(missed).sampleIndex() == all.get(missed).sampleIndex()) {
            missed++;
        }
        LabelledBeat behind = all.get(missed + 1);
        assertThat(some.get(missed).sampleIndex()).isEqualTo(behind.sampleIndex());
        assertThat(some.get(missed).features()[PRE] - behind.features()[PRE]).isGreaterThan(0.3f);
    }

    @Test
    void a_false_detection_is_not_captured_and_shortens_the_interval_of_the_next() throws IOException {
        List<LabelledBeat> all = capture("REFERENCE");
        List<LabelledBeat> disturbed = capture("EXTRA:0.1");

        assertThat(disturbed)
                .extracting(LabelledBeat::sampleIndex)
                .containsExactlyElementsOf(
                        all.stream().map(LabelledBeat::sampleIndex).toList());
        int shortened = 0;
        for (int i = 0; i < all.size(); i++) {
            shortened += disturbed.get(i).features()[PRE] < all.get(i).features()[PRE] - 0.2f ? 1 : 0;
        }
        assertThat(shortened).isBetween(100, 300);
    }

    @Test
    void noise_changes_the_waveform_the_more_the_lower_the_ratio() throws IOException {
        TestData.folder("nstdb");
        List<LabelledBeat> clean = capture("REFERENCE");

        double little = unlikeness(clean, capture("NOISE:ma:18"));
        double much = unlikeness(clean, capture("NOISE:ma:0"));

        assertThat(little).isGreaterThan(0.01);
        assertThat(much).isGreaterThan(4 * little);
    }

    @Test
    void noise_that_is_not_there_is_refused_in_one_line() throws IOException {
        RecordAccess access = RecordAccess.forTraining(folder.resolve("mitdb"));

        assertThatThrownBy(() -> new BeatCapture(access, VariantText.parseList("REFERENCE,NOISE:bw:6")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a variant asks for noise bw, but there is no " + folder.resolve("nstdb/bw.hea")
                        + "; fetch it with 'rwave data fetch nstdb'");
    }

    /** Record 119 is trigeminy at a steady rate: the ratios stay, the beats move apart, the QRS complex does not widen. */
    @Test
    void a_scaled_rhythm_keeps_its_ratios_and_the_shape_of_its_beats() throws IOException {
        List<LabelledBeat> usual = capture("REFERENCE");
        List<LabelledBeat> slow = capture("RR_SCALED:1.4");

        assertThat(slow).hasSize(1987);
        long usualLength = usual.get(1986).sampleIndex() - usual.get(0).sampleIndex();
        long slowLength = slow.get(1986).sampleIndex() - slow.get(0).sampleIndex();
        assertThat(slowLength / (double) usualLength).isCloseTo(1.4, within(0.001));
        assertThat(mean(slow, beat -> Math.abs(beat.features()[PRE])))
                .isCloseTo(mean(usual, beat -> Math.abs(beat.features()[PRE])), within(0.01));
        float[] before = qrs(usual.get(901));
        float[] after = qrs(slow.get(901));
        assertThat(correlation(before, after)).isGreaterThan(0.97);
    }

    @Test
    void provisional_beats_say_that_nothing_is_known_of_the_next() throws IOException {
        List<LabelledBeat> provisional = capture("PROVISIONAL");

        assertThat(provisional.size()).isBetween(1000, 1987);
        assertThat(provisional)
                .allSatisfy(beat -> assertThat(beat.features()[POST_SEEN]).isZero());
        assertThat(mean(capture("REFERENCE"), beat -> beat.features()[POST_SEEN]))
                .isGreaterThan(0.99);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "REFERENCE",
                "JITTERED:3+MISSED:0.05+EXTRA:0.05",
                "RR_SCALED:0.6..1.6+SWAPPED_LEADS",
                "DETECTOR+PROVISIONAL*0.5"
            })
    void the_same_variant_of_the_same_record_gives_the_same_beats(String variant) throws IOException {
        assertThat(DataHash.of(capture(variant))).isEqualTo(DataHash.of(capture(variant)));
    }

    @Test
    void a_share_of_the_beats_is_kept() throws IOException {
        List<LabelledBeat> all = capture("REFERENCE");
        List<LabelledBeat> quarter = capture("REFERENCE*0.25");

        assertThat((double) quarter.size()).isCloseTo(0.25 * all.size(), within(0.05 * all.size()));
        assertThat(all)
                .extracting(LabelledBeat::sampleIndex)
                .containsAll(quarter.stream().map(LabelledBeat::sampleIndex).toList());
    }

    private static List<LabelledBeat> capture(String variant) throws IOException {
        RecordAccess access = RecordAccess.forTraining(TestData.folder("mitdb"));
        CaptureVariant parsed = VariantText.parse(variant);
        return new BeatCapture(access, List.of(parsed)).capture(access.load("119", ClassMapping.LITERATURE), parsed);
    }

    private static float[] row(LabelledBeat beat, int channel) {
        float[] waveform = new float[Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES];
        beat.copyWaveform(waveform, 0);
        int from = channel * Preprocessing.WINDOW_SAMPLES;
        return Arrays.copyOfRange(waveform, from, from + Preprocessing.WINDOW_SAMPLES);
    }

    private static float[] qrs(LabelledBeat beat) {
        int r = Preprocessing.SAMPLES_BEFORE_R;
        return Arrays.copyOfRange(row(beat, 0), r - 14, r + 14);
    }

    private static double unlikeness(List<LabelledBeat> these, List<LabelledBeat> those) {
        double sum = 0;
        for (int i = 0; i < these.size(); i++) {
            sum += 1 - correlation(row(these.get(i), 0), row(those.get(i), 0));
        }
        return sum / these.size();
    }

    private static double mean(List<LabelledBeat> beats, ToDoubleFunction<LabelledBeat> of) {
        return beats.stream().mapToDouble(of).average().orElseThrow();
    }

    /** Where R is put depends on the leads that there are, by a few samples. */
    private static double alignedCorrelation(float[] these, float[] those) {
        double best = -1;
        for (int shift = -6; shift <= 6; shift++) {
            float[] inner = Arrays.copyOfRange(these, 10, these.length - 10);
            float[] moved = Arrays.copyOfRange(those, 10 + shift, those.length - 10 + shift);
            best = Math.max(best, correlation(inner, moved));
        }
        return best;
    }

    private static double correlation(float[] these, float[] those) {
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < these.length; i++) {
            product += these[i] * those[i];
            first += these[i] * these[i];
            second += those[i] * those[i];
        }
        return product / Math.sqrt(first * second);
    }
}
