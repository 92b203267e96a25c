package org.rwave.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rwave.ecg.monitor.BeatSource;
import org.rwave.trainer.data.CaptureVariant.LeadChoice;
import org.rwave.trainer.data.CaptureVariant.Noise;
import org.rwave.trainer.data.CaptureVariant.Span;

class VariantTextTest {
    @Test
    void a_share_of_the_unchanged_record_is_still_of_the_reference() {
        assertThat(VariantText.parse("REFERENCE*0.5").origin()).isEqualTo(BeatOrigin.REFERENCE);
        assertThat(VariantText.parse("REFERENCE+JITTERED").origin()).isEqualTo(BeatOrigin.VARIANT);
        assertThat(VariantText.parse("DETECTOR").origin()).isEqualTo(BeatOrigin.VARIANT);
    }

    @Test
    void words_and_a_share_make_a_variant() {
        CaptureVariant variant = VariantText.parse(" DETECTOR+NOISE:ma:6..18+NOISE:bw:-6+SECOND_LEAD+PROVISIONAL*0.5 ");

        assertThat(variant.source()).isEqualTo(BeatSource.DETECTOR);
        assertThat(variant.leads()).isEqualTo(LeadChoice.SECOND_LEAD);
        assertThat(variant.noise())
                .containsExactly(new Noise(NoiseKind.MA, new Span(6, 18)), new Noise(NoiseKind.BW, new Span(-6, -6)));
        assertThat(variant.provisional()).isTrue();
        assertThat(variant.share()).isEqualTo(0.5);
        assertThat(variant).hasToString("DETECTOR+NOISE:ma:6..18+NOISE:bw:-6+SECOND_LEAD+PROVISIONAL*0.5");
    }

    @Test
    void a_list_keeps_its_order_and_the_plain_one_is_the_reference() {
        List<CaptureVariant> variants = VariantText.parseList("JITTERED+MISSED:0.1, REFERENCE");

        assertThat(variants.get(0).jitterSamples()).isEqualTo(3);
        assertThat(variants.get(0).missed()).isEqualTo(0.1);
        assertThat(variants.get(1)).isEqualTo(CaptureVariant.REFERENCE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "REFERENCE,SLOW | is none of REFERENCE, DETECTOR",
                "NOISE:ma | NOISE takes a kind of [bw, ma, em]",
                "NOISE:hum:6 | NOISE takes a kind of [bw, ma, em]",
                "NOISE:ma:NaN | the ratio of NOISE in dB must be from -12.0 to 48.0, was NaN",
                "NOISE:ma:18..6 | runs from low to high",
                "MISSED:0.9 | MISSED must be from 0.0 to 0.5, was 0.9",
                "EXTRA:much | EXTRA must be a number, was 'much'",
                "RR_SCALED:0.1 | RR_SCALED must be from 0.5 to 2.0",
                "DETECTOR+MISSED:0.1 | change reference positions; DETECTOR has none",
                "REFERENCE*0 | a share must be from 0.001 to 1.0, was 0",
                "FIRST_LEAD+FIRST_LEAD | 'FIRST_LEAD' comes twice",
                "PROVISIONAL:2 | PROVISIONAL takes no argument",
                "REFERENCE,REFERENCE*0.5 | lists a variant twice"
            })
    void nonsense_is_refused_with_the_rule(String text, String rule) {
        assertThatThrownBy(() -> VariantText.parseList(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(rule);
    }
}
