package org.rwave.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.PatientSimulator;

class FaultySinkTest {
    private final FakeClock clock = new FakeClock();
    private final CollectingSink sink = new CollectingSink(clock, () -> 0);

    private FaultySink replay(Faults faults) throws Exception {
        FaultySink faulty = new FaultySink(sink, faults);
        SimulatedSource source = new SimulatedSource(
                () -> new PatientSimulator(1).patient(1, Duration.ofMinutes(10), new SamplingRate(360)));
        new Replay(ReplaySettings.defaults(), List.of(ReplayPatient.of(source)), faulty, clock).run(progress -> {});
        return faulty;
    }

    private List<Long> indices() {
        return sink.chunks.stream().map(one -> one.chunk().firstSampleIndex()).toList();
    }

    @Test
    void drops_the_share_of_chunks_asked_for_but_no_annotation() throws Exception {
        FaultySink faulty = replay(new Faults(0.1, 0, 0, 3));

        assertThat(sink.chunks).hasSizeBetween(2100, 2220);
        assertThat(sink.spans).hasSize(2400);
        assertThat(faulty.summary()).startsWith(2400 - sink.chunks.size() + " chunks dropped");
    }

    @Test
    void sends_the_share_asked_for_twice_in_a_row() throws Exception {
        replay(new Faults(0, 0.1, 0, 3));

        List<Long> indices = indices();
        long doubled = 0;
        for (int i = 1; i < indices.size(); i++) {
            doubled += indices.get(i).equals(indices.get(i - 1)) ? 1 : 0;
        }
        assertThat(doubled).isEqualTo(indices.size() - 2400).isBetween(180L, 300L);
    }

    @Test
    void swaps_neighbours_and_loses_none() throws Exception {
        replay(new Faults(0, 0, 0.1, 3));

        List<Long> indices = indices();
        assertThat(indices)
                .hasSize(2400)
                .doesNotHaveDuplicates()
                .isNotEqualTo(indices.stream().sorted().toList());
        for (int i = 0; i < indices.size(); i++) {
            assertThat(Math.abs(indices.get(i) / 90 - i)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void the_same_seed_makes_the_same_faults() throws Exception {
        replay(new Faults(0.1, 0.1, 0.1, 9));
        List<Long> first = indices();
        sink.chunks.clear();

        replay(new Faults(0.1, 0.1, 0.1, 9));

        assertThat(indices()).isEqualTo(first);
    }

    @Test
    void a_share_that_is_none_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Faults(Double.NaN, 0, 0, 1))
                .withMessageContaining("drop must be a share");
    }
}
