package org.rwave.ecg.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;

/** What a cardiologist would measure on the paper: on clean signals at 1000 Hz, in many patients. */
class PlausibilityTest {
    private static final Duration HALF_MINUTE = Duration.ofSeconds(30);

    private static Played sinus(long seed, double bpm, Conduction conduction) {
        return Played.clean(
                seed, conduction, Scenario.builder().sinus(bpm, HALF_MINUTE).build());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void normal_intervals_are_within_normal_limits(long seed) {
        Played played = sinus(seed, 60, Conduction.NORMAL);

        for (Annotation beat : played.beats().subList(3, 20)) {
            Measured measured = Measured.of(played, beat.sampleIndex());
            assertThat(measured.qrsMillis()).as("QRS").isBetween(65L, 112L);
            assertThat(measured.prMillis()).as("PR").isBetween(115L, 210L);
            assertThat(measured.qtMillis()).as("QT").isBetween(350L, 470L);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void qt_shortens_with_the_square_root_of_rr(long seed) {
        double slow = meanQtMillis(sinus(seed, 55, Conduction.NORMAL));
        double fast = meanQtMillis(sinus(seed, 90, Conduction.NORMAL));

        assertThat(fast / slow).isCloseTo(Math.sqrt(55.0 / 90), Offset.offset(0.05));
    }

    private static double meanQtMillis(Played played) {
        return played.beats().subList(12, 24).stream()
                .mapToLong(beat -> Measured.of(played, beat.sampleIndex()).qtMillis())
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(
            value = Conduction.class,
            names = {"LEFT_BUNDLE_BRANCH_BLOCK", "RIGHT_BUNDLE_BRANCH_BLOCK"})
    void bundle_branch_block_is_at_least_120_ms_wide(Conduction conduction) {
        for (long seed = 1; seed <= 8; seed++) {
            Played played = sinus(seed, 65, conduction);
            long width =
                    Measured.of(played, played.beats().get(6).sampleIndex()).qrsMillis();

            assertThat(width).isBetween(115L, 185L);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void ventricular_beats_are_wide_early_discordant_and_followed_by_a_full_pause(long seed) {
        Scenario.Builder scenario = Scenario.builder();
        for (int i = 0; i < 10; i++) {
            scenario.sinus(55, Duration.ofSeconds(6)).prematureVentricular();
        }
        Played played = Played.clean(
                seed, Conduction.NORMAL, scenario.sinus(55, HALF_MINUTE).build());
        double rr = 60.0 / 55;

        List<Annotation> beats = played.beats();
        int checked = 0;
        for (int i = 1; i + 1 < beats.size(); i++) {
            if (beats.get(i).code() == AnnotationCode.PREMATURE_VENTRICULAR) {
                long peak = beats.get(i).sampleIndex();
                assertThat(Measured.of(played, peak).qrsMillis()).as("QRS").isBetween(125L, 195L);
                assertThat(Math.signum(Measured.largest(played, peak + 180, peak + 500)))
                        .as("T against QRS")
                        .isEqualTo(-Math.signum(played.at(0, peak)));
                double before = played.seconds(beats.get(i)) - played.seconds(beats.get(i - 1));
                double around = played.seconds(beats.get(i + 1)) - played.seconds(beats.get(i - 1));
                assertThat(before).isLessThan(0.8 * rr);
                assertThat(around).isCloseTo(2 * rr, Offset.offset(0.12 * rr));
                checked++;
            }
        }
        assertThat(checked).isEqualTo(10);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void atrial_premature_beats_are_narrow_and_their_pause_is_not_full(long seed) {
        Scenario.Builder scenario = Scenario.builder();
        for (int i = 0; i < 10; i++) {
            scenario.sinus(60, Duration.ofSeconds(6)).prematureAtrial();
        }
        Played played = Played.clean(
                seed, Conduction.NORMAL, scenario.sinus(60, HALF_MINUTE).build());

        List<Double> around = new ArrayList<>();
        List<Annotation> beats = played.beats();
        for (int i = 1; i + 1 < beats.size(); i++) {
            if (beats.get(i).code() == AnnotationCode.ATRIAL_PREMATURE) {
                assertThat(played.seconds(beats.get(i)) - played.seconds(beats.get(i - 1)))
                        .isLessThan(0.87);
                around.add(played.seconds(beats.get(i + 1)) - played.seconds(beats.get(i - 1)));
            }
        }
        assertThat(around).hasSize(10).allSatisfy(two -> assertThat(two).isLessThan(1.97));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void heart_rate_varies_as_in_life_around_the_rate_asked_for(long seed) {
        Scenario scenario = Scenario.builder().sinus(70, Duration.ofMinutes(5)).build();
        List<Double> rr = Played.clean(seed, Conduction.NORMAL, scenario).rrSeconds();

        assertThat(60 / Statistics.mean(rr)).isCloseTo(70, Offset.offset(1.5));
        assertThat(1000 * Statistics.deviation(rr)).as("SDNN, ms").isBetween(8.0, 70.0);
        assertThat(1000 * successiveDifference(rr)).as("RMSSD, ms").isBetween(5.0, 70.0);
    }

    private static double successiveDifference(List<Double> rr) {
        double sum = 0;
        for (int i = 1; i < rr.size(); i++) {
            double difference = rr.get(i) - rr.get(i - 1);
            sum += difference * difference;
        }
        return Math.sqrt(sum / (rr.size() - 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void beats_are_annotated_within_10_ms_of_a_local_extremum(long seed) {
        Scenario scenario = Scenario.builder()
                .sinus(65, HALF_MINUTE)
                .prematureAtrial()
                .prematureVentricular()
                .sinus(65, Duration.ofSeconds(5))
                .fusion()
                .unknown()
                .couplet()
                .ventricularTachycardia(160, Duration.ofSeconds(8))
                .paced(70, HALF_MINUTE)
                .prematureVentricular()
                .build();
        for (Conduction conduction : Conduction.values()) {
            Played played = Played.clean(seed, conduction, scenario);

            assertThat(played.beats()).hasSizeGreaterThan(80);
            for (Annotation beat : played.beats().subList(1, played.beats().size())) {
                long extremum = Measured.nearestExtremum(played, beat.sampleIndex());
                assertThat(Math.abs(extremum - beat.sampleIndex()))
                        .as("%s at %d", beat.code(), beat.sampleIndex())
                        .isLessThanOrEqualTo(10);
            }
        }
    }
}
