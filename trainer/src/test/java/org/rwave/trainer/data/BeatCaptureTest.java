package org.rwave.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.recording.TestData;
import org.rwave.ecg.score.ClassMapping;

class BeatCaptureTest {
    private static final List<String> RECORD_119 = List.of("119");

    @Test
    void every_annotated_beat_is_captured_with_its_class() throws IOException {
        List<LabelledBeat> beats = capture(CaptureVariant.REFERENCE);

        assertThat(beats).hasSize(1987);
        assertThat(beats).filteredOn(beat -> beat.label() == BeatClass.V).hasSize(444);
        assertThat(beats).extracting(LabelledBeat::sampleIndex).isSorted();
        assertThat(DataHash.of(beats)).isEqualTo(DataHash.of(capture(CaptureVariant.REFERENCE)));
    }

    @Test
    void nearly_every_detection_finds_its_annotation() throws IOException {
        assertThat(capture(CaptureVariant.DETECTOR)).hasSizeBetween(1970, 1990);
    }

    @Test
    void one_lead_alone_looks_different() throws IOException {
        List<LabelledBeat> beats = capture(CaptureVariant.SECOND_LEAD);

        assertThat(beats).hasSize(1987);
        assertThat(DataHash.of(beats)).isNotEqualTo(DataHash.of(capture(CaptureVariant.FIRST_LEAD)));
    }

    private static List<LabelledBeat> capture(CaptureVariant variant) throws IOException {
        RecordAccess access = RecordAccess.forTraining(TestData.folder("mitdb"));
        return new BeatCapture(access, ClassMapping.LITERATURE).capture(RECORD_119, variant);
    }
}
