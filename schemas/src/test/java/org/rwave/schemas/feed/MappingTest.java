package org.rwave.schemas.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.rhythm.Rhythm;
import org.rwave.schemas.Samples;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.Beat;
import org.rwave.schemas.avro.ReferenceAnnotations;
import org.rwave.schemas.avro.Vitals;
import org.rwave.schemas.avro.WaveformChunk;
import org.rwave.schemas.avro.WaveformLead;

class MappingTest {
    @Test
    void every_record_comes_back_as_it_was() {
        FeedChunk chunk = Samples.chunk(90, 3);

        assertThat(WaveformMapping.fromAvro(WaveformMapping.toAvro(chunk))).isEqualTo(chunk);
        assertThat(BeatMapping.fromAvro(BeatMapping.toAvro(Samples.FEED, Samples.beat())))
                .isEqualTo(Samples.beat());
        assertThat(VitalsMapping.fromAvro(VitalsMapping.toAvro(Samples.FEED, Samples.vitals())))
                .isEqualTo(Samples.vitals());
        assertThat(AlertMapping.fromAvro(
                        AlertMapping.toAvro(Samples.FEED, Samples.alarm(), Optional.empty(), "model-abc")))
                .isEqualTo(Samples.alarm());
        assertThat(ReferenceSpan.fromAvro(Samples.reference().toAvro())).isEqualTo(Samples.reference());
    }

    @Test
    void an_alert_names_patient_source_kind_and_onset_in_its_id() {
        Alert alert = AlertMapping.toAvro(
                Samples.FEED, Samples.alarm(), Optional.of(new InputOffsets("ecg.waveform.v1", 3, 10, 12)), "m");

        assertThat(alert.getAlertId()).isEqualTo("p-100/mitdb%2F100/ASYSTOLE/1000");
        assertThat(alert.getInput().getLastOffset()).isEqualTo(12);
        assertThat(AlertMapping.feedOf(alert)).isEqualTo(Samples.FEED);
    }

    @Test
    void no_two_feeds_share_an_alert_id() {
        FeedId one = new FeedId("a/b", "c");
        FeedId other = new FeedId("a", "b/c");

        AlertId id = new AlertId(one, AlarmKind.PAUSE, 5);

        assertThat(id.toString()).isNotEqualTo(new AlertId(other, AlarmKind.PAUSE, 5).toString());
        assertThat(AlertId.parse(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"nonsense", "p/s/ASYSTOLE", "/s/ASYSTOLE/1", "p//ASYSTOLE/1", "p/s/ASYSTOLE/-1", "p/s/TORSADE/1"
            })
    void what_is_no_alert_id_is_refused_with_the_reason(String text) {
        assertThatThrownBy(() -> AlertId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s)\"" + text + "\" is no alert id .*|there is no alarm kind \"TORSADE\" .*");
    }

    @Test
    void a_rhythm_of_a_later_version_reads_as_unknown() {
        Vitals vitals = VitalsMapping.toAvro(Samples.FEED, Samples.vitals());
        vitals.setRhythm("TORSADES");

        assertThat(VitalsMapping.fromAvro(vitals).rhythm()).isEqualTo(Rhythm.UNKNOWN);
    }

    @Test
    void the_record_timestamp_is_the_instant_of_the_last_sample() {
        assertThat(Samples.chunk(0, 1).recordTimestamp())
                .isEqualTo((Samples.START_MICROS + Math.round(89 * 1e6 / 360)) / 1000);
    }

    static Stream<Arguments> badChunks() {
        return Stream.of(
                bad(c -> c.setLeads(List.of()), "leads must be 1 to 64, were 0"),
                bad(c -> c.setLeads(manyLeads()), "leads must be 1 to 64, were 65"),
                bad(c -> lead(c).setMicrovoltsPerUnit(Double.NaN), "microvoltsPerUnit must be finite"),
                bad(c -> lead(c).setMicrovoltsPerUnit(0), "microvoltsPerUnit must be finite and not zero, was 0.0"),
                bad(c -> lead(c).setBaselineUnits(Double.POSITIVE_INFINITY), "baselineUnits must be finite"),
                bad(c -> lead(c).setName("x".repeat(201)), "leads.name"),
                bad(c -> c.setFirstSampleIndex(-1), "firstSampleIndex must not be negative, was -1"),
                bad(c -> c.setFirstSampleIndex(Long.MAX_VALUE), "firstSampleIndex must be at most"),
                bad(c -> c.setSamples(ByteBuffer.allocate(0)), "samples must hold a positive whole number"),
                bad(c -> c.setSamples(ByteBuffer.allocate(5)), "samples must hold a positive whole number of 4-byte"),
                bad(c -> c.setSamplingRateHertz(0), "samplingRateHertz must be in (0, 100000], was 0.0"),
                bad(c -> c.setSamplingRateHertz(-360), "samplingRateHertz"),
                bad(c -> c.setSamplingRateHertz(Double.NaN), "samplingRateHertz must be in (0, 100000], was NaN"),
                bad(c -> c.setSamplingRateHertz(1e9), "samplingRateHertz"),
                bad(c -> c.setStartTime(Instant.parse("1969-12-31T23:59:59Z")), "startTime must be between 1970"),
                bad(c -> c.setStartTime(Instant.MAX), "startTime"),
                bad(c -> c.setPatientId(""), "patientId must have 1 to 200 characters, had 0"),
                bad(c -> c.setSourceId("a\nb"), "sourceId must not hold control characters, had U+000A"));
    }

    private static Arguments bad(Consumer<WaveformChunk> spoil, String message) {
        return Arguments.of(message, spoil);
    }

    private static WaveformLead lead(WaveformChunk chunk) {
        return chunk.getLeads().get(0);
    }

    private static List<WaveformLead> manyLeads() {
        List<WaveformLead> leads = new ArrayList<>();
        for (int i = 0; i < 65; i++) {
            leads.add(new WaveformLead("V" + i, "", 1.0, 0.0));
        }
        return leads;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badChunks")
    void a_bad_chunk_is_refused_in_one_line_naming_the_field(String message, Consumer<WaveformChunk> spoil) {
        WaveformChunk chunk = WaveformMapping.toAvro(Samples.chunk(0, 1));
        spoil.accept(chunk);

        assertThatThrownBy(() -> WaveformMapping.fromAvro(chunk))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void a_bad_beat_is_refused_naming_the_field() {
        Beat beat = BeatMapping.toAvro(Samples.FEED, Samples.beat());
        beat.setRrMicros(0L);

        assertThatThrownBy(() -> BeatMapping.fromAvro(beat)).hasMessage("rrMicros must be above 0, was 0");
    }

    @Test
    void bad_vitals_are_refused_naming_the_field() {
        Vitals vitals = VitalsMapping.toAvro(Samples.FEED, Samples.vitals());
        vitals.setHeartRateBpm(Double.NaN);

        assertThatThrownBy(() -> VitalsMapping.fromAvro(vitals))
                .hasMessage("heartRateBpm must be in [0, 10000], was NaN");
    }

    @Test
    void an_alert_of_an_unknown_kind_is_refused_naming_it() {
        Alert alert = AlertMapping.toAvro(Samples.FEED, Samples.alarm(), Optional.empty(), "");
        alert.setKind("ATRIAL_FIBRILLATION");

        assertThatThrownBy(() -> AlertMapping.fromAvro(alert))
                .hasMessage("kind ATRIAL_FIBRILLATION is not known to this version (AlarmKind)");
    }

    @Test
    void an_annotation_outside_its_coverage_is_refused() {
        ReferenceAnnotations reference = Samples.reference().toAvro();
        reference.setSampleCount(77);

        assertThatThrownBy(() -> ReferenceSpan.fromAvro(reference))
                .hasMessage("annotations.sampleIndex must ascend within [0, 77), had 77");
    }

    @Test
    void a_span_may_cover_samples_without_any_annotation() {
        ReferenceSpan silent = new ReferenceSpan(Samples.FEED, 90, 90, List.of());

        assertThat(ReferenceSpan.fromAvro(silent.toAvro())).isEqualTo(silent);
        assertThat(silent.endSampleIndex()).isEqualTo(180);
    }
}
