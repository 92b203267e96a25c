package org.rwave.ecg.beat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeatFeatureTest {
    @Test
    void every_feature_has_a_name_of_its_own() {
        assertThat(BeatFeature.all()).hasSize(Preprocessing.FEATURES);
        assertThat(BeatFeature.all()).extracting(BeatFeature::name).doesNotHaveDuplicates();
    }

    @Test
    void rhythm_comes_first_then_looks_then_company() {
        assertThat(BeatFeature.all().subList(0, RrFeatures.COUNT))
                .allMatch(feature -> feature.group().isRhythm());
        assertThat(BeatFeature.all().subList(RrFeatures.COUNT, Preprocessing.FEATURES))
                .noneMatch(feature -> feature.group().isRhythm());
        assertThat(BeatFeature.all().subList(Preprocessing.FEATURES - ShapeFeatures.COUNT, Preprocessing.FEATURES))
                .allMatch(feature -> feature.group() == BeatFeature.Group.COMPANY);
    }
}
