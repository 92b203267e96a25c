package org.rwave.ecg.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BeatFeatureTest {
    @Test
    void every_feature_has_a_name_of_its_own() {
        assertThat(BeatFeature.all()).hasSize(Preprocessing.FEATURES);
        assertThat(BeatFeature.all()).extracting(BeatFeature::name).doesNotHaveDuplicates();
    }

    @Test
    void the_parts_of_the_vector_are_named_after_what_they_hold() {
        assertThat(names(0, RrFeatures.COUNT)).first().isEqualTo("RR before / median");
        assertThat(BeatFeature.all().subList(0, RrFeatures.COUNT))
                .allMatch(feature -> feature.group().isRhythm());
        int looks = RrFeatures.COUNT;
        assertThat(names(looks, MorphologyFeatures.COUNT)).allMatch(name -> name.startsWith("lead "));
        int spread = looks + MorphologyFeatures.COUNT + ShapeFeatures.COUNT;
        assertThat(names(spread, RrSpreadFeatures.COUNT)).last().isEqualTo("share of early beats among 60");
        int conducted = spread + RrSpreadFeatures.COUNT;
        assertThat(names(conducted, ConductedRrFeatures.COUNT)).first().isEqualTo("RR before / conducted median");
        int memory = conducted + ConductedRrFeatures.COUNT;
        assertThat(names(memory, LongRrFeatures.COUNT)).allMatch(name -> name.matches(".*(100|200|400).*"));
        int usual = memory + LongRrFeatures.COUNT;
        assertThat(names(usual, UsualLooks.COUNT))
                .allMatch(name -> name.contains("usual") || name.contains("template"));
    }

    private static List<String> names(int from, int count) {
        return BeatFeature.all().subList(from, from + count).stream()
                .map(BeatFeature::name)
                .toList();
    }
}
