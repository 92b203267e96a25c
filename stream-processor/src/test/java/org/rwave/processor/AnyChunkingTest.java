package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.Facts;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.monitor.PatientMonitor;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.Recordings;
import org.rwave.ecg.recording.TestData;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.FeedId;

class AnyChunkingTest {
    private static final Feed FEED = Feed.simulated("p1", 11);

    @Test
    void the_signal_has_something_to_say() {
        Facts facts = offline(FEED);

        assertThat(facts.beats()).hasSizeGreaterThan(40);
        assertThat(facts.vitals()).hasSizeGreaterThan(40);
        assertThat(facts.alarms()).extracting(AlarmEvent::kind).contains(AlarmKind.ASYSTOLE);
    }

    @ParameterizedTest(name = "{0} samples")
    @ValueSource(ints = {36, 90, 360, 3600})
    void fixed_chunks_give_the_facts_of_the_monitor_alone(int length) {
        assertThat(throughTopology(FEED, FEED.chunks(length))).isEqualTo(offline(FEED));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void random_chunks_give_the_facts_of_the_monitor_alone(long seed) {
        assertThat(throughTopology(FEED, FEED.randomChunks(seed))).isEqualTo(offline(FEED));
    }

    @ParameterizedTest(name = "record {0}")
    @ValueSource(strings = {"100", "119", "207", "208", "222", "232"})
    void real_recordings_give_the_facts_of_the_monitor_alone(String record) throws IOException {
        Path folder = TestData.folder("mitdb");
        Feed feed;
        try (Recording recording = Recordings.open(folder.resolve(record))) {
            feed = Feed.of(new FeedId(record, "mitdb/" + record), recording, 360 * 120, List.of());
        }

        Facts expected = offline(feed);

        assertThat(expected.beats()).hasSizeGreaterThan(60);
        assertThat(throughTopology(feed, feed.chunks(90))).isEqualTo(expected);
        assertThat(throughTopology(feed, feed.randomChunks(5))).isEqualTo(expected);
    }

    @Test
    void patients_do_not_touch_each_other() {
        Feed other = Feed.simulated("p2", 12);
        List<FeedChunk> mine = FEED.chunks(90);
        List<FeedChunk> others = other.chunks(77);
        try (Bench bench = new Bench()) {
            for (int i = 0; i < Math.max(mine.size(), others.size()); i++) {
                if (i < mine.size()) {
                    bench.send(mine.get(i));
                }
                if (i < others.size()) {
                    bench.send(others.get(i));
                }
            }
            endOf(FEED, bench);
            endOf(other, bench);

            assertThat(bench.facts("p1")).isEqualTo(offline(FEED));
            assertThat(bench.facts("p2")).isEqualTo(offline(other));
            assertThat(bench.gauge("rwave.patients")).isEqualTo(2);
        }
    }

    static Facts throughTopology(Feed feed, List<FeedChunk> chunks) {
        try (Bench bench = new Bench()) {
            chunks.forEach(bench::send);
            endOf(feed, bench);
            return bench.facts(feed.id().patientId());
        }
    }

    /** A new source ends the one before, whose last facts then come; the new one is too short to say anything. */
    static void endOf(Feed feed, Bench bench) {
        bench.send(feed.as(feed.id().patientId(), "next").chunk(0, 10));
    }

    /** What the monitor says about the whole feed, without Kafka. */
    static Facts offline(Feed feed) {
        PatientMonitor monitor =
                new PatientMonitor(MonitorSettings.defaults(), new PrintClassifier("print"), feed.whole());
        return joined(monitor.accept(feed.whole()), monitor.finish());
    }

    static Facts joined(Facts first, Facts second) {
        List<ClassifiedBeat> beats = new ArrayList<>(first.beats());
        beats.addAll(second.beats());
        var vitals = new ArrayList<>(first.vitals());
        vitals.addAll(second.vitals());
        var alarms = new ArrayList<>(first.alarms());
        alarms.addAll(second.alarms());
        return new Facts(beats, vitals, alarms);
    }
}
