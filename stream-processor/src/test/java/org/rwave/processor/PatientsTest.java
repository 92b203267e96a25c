package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.alarm.AlarmCommand;
import org.rwave.ecg.alarm.AlarmCommand.Action;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmSettings;
import org.rwave.ecg.alarm.CommandAnswer;
import org.rwave.processor.alarmsettings.WardAlarmSettings;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;

/** Snapshots written before their commit, and what a successor makes of them. */
class PatientsTest {
    private static final Feed FIRST = Feed.simulated("p1", 41);
    private static final Feed SECOND = Feed.simulated("p2", 43);
    private static final int CHUNK = 90;
    private static final List<FeedChunk> CHUNKS = both();

    private static final Topics TOPICS = Topics.standard();

    private final Registry registry = Registry.connect("mock://patients", Map.of());
    private final List<Bench> stores = new ArrayList<>();

    @AfterEach
    void closeStores() {
        stores.forEach(Bench::close);
    }

    /** Chunks of two patients in turn: their place in the list is their offset. */
    private static List<FeedChunk> both() {
        List<FeedChunk> first = FIRST.chunks(CHUNK);
        List<FeedChunk> second = SECOND.chunks(CHUNK);
        List<FeedChunk> all = new ArrayList<>();
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            all.add(first.get(i));
            all.add(second.get(i));
        }
        return all;
    }

    /** The patients of one task, played by hand: what the processor does, and what Kafka Streams would do around it. */
    private final class Task {
        private final Bench store;
        private final MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
        private final ProcessorSettings settings = ProcessorSettings.of(Map.of());
        private final Outlet outlet;
        private final Patients patients;
        private WardAlarmSettings ward;
        private final FirstRecords first;
        private int committed;
        private int next;
        private long nowMillis;

        Task(Bench store, int committed, WardAlarmSettings ward) {
            this.store = store;
            this.first = FirstRecords.NONE_YET.sawWaveform(committed);
            this.committed = committed;
            this.next = committed;
            this.ward = ward;
            ProcessorMetrics metrics = new ProcessorMetrics(new SimpleMeterRegistry());
            outlet = Outlet.of(context, new FactFormats(TOPICS, registry), metrics, "print");
            patients = new Patients(
                    settings,
                    new Monitors(settings.monitor(), new PrintClassifier("print"), () -> this.ward),
                    new InputDecoder(
                            TOPICS.waveform().deserializer(registry),
                            TOPICS.reference().deserializer(registry),
                            TOPICS.alertCommands().deserializer(registry)),
                    new SnapshotStore(store.snapshots(), true),
                    metrics,
                    outlet);
        }

        Task play(int count) {
            for (int end = Math.min(CHUNKS.size(), next + count); next < end; next++) {
                FeedChunk chunk = CHUNKS.get(next);
                byte[] key = chunk.feed().patientId().getBytes(StandardCharsets.UTF_8);
                byte[] value = TOPICS.waveform()
                        .serializer(registry)
                        .serialize(TOPICS.waveform().name(), chunk);
                InputRecord record = new InputRecord(
                        new At(TOPICS.waveform().name(), 0, next), new Record<>(key, value, chunk.recordTimestamp()));
                patients.chunk(new WaveformInput(chunk, record), first, nowMillis);
            }
            return this;
        }

        Task commit() {
            patients.beforeCommit();
            patients.committed();
            committed = next;
            return this;
        }

        /** The task that reads on from what was committed, with the store as it is now. */
        Task successor(WardAlarmSettings inForce) {
            Bench copy = new Bench();
            stores.add(copy);
            try (var all = store.snapshots().all()) {
                all.forEachRemaining(entry -> copy.snapshots().put(entry.key, entry.value));
            }
            return new Task(copy, committed, inForce);
        }

        Task successor() {
            return successor(ward);
        }

        /** What left this task: where to, for whom, and what it was, byte by byte. */
        List<String> said() {
            return context.forwarded().stream()
                    .map(sent -> sent.childName().orElseThrow() + " "
                            + new String(sent.record().key(), StandardCharsets.UTF_8) + " "
                            + HexFormat.of().formatHex(sent.record().value()))
                    .toList();
        }
    }

    private record At(String topic, int partition, long offset) implements RecordMetadata {}

    private Task task() {
        Bench store = new Bench();
        stores.add(store);
        return new Task(store, 0, WardAlarmSettings.defaults());
    }

    private List<String> undisturbed() {
        return task().play(CHUNKS.size()).said();
    }

    /** How many chunks there are before the one with which the first patient's asystole is stated. */
    private int chunksBeforeAsystole() {
        Task task = task();
        while (task.said().stream().noneMatch(isAlert("ASYSTOLE"))) {
            task.play(1);
        }
        return task.next - 1;
    }

    private static List<String> joined(Task... tasks) {
        List<String> all = new ArrayList<>();
        for (Task task : tasks) {
            all.addAll(task.said());
        }
        return all;
    }

    @Test
    void a_successor_goes_on_from_early_snapshots_and_states_nothing_twice() {
        Task before = task().play(200);
        before.patients.writeEarly(1);
        before.play(33).commit();
        Task after = before.successor().play(CHUNKS.size());

        assertThat(joined(before, after)).isEqualTo(undisturbed());
    }

    @Test
    void an_early_snapshot_whose_commit_never_came_is_not_used() {
        Task before = task().play(100);
        before.patients.writeEarly(1);
        before.play(17).commit();
        List<String> committed = before.said();
        before.play(60);
        before.patients.writeEarly(1);
        before.play(9);
        Task afterCrash = before.successor().play(CHUNKS.size());
        before.patients.beforeCommit(); // reached the changelog, the offsets did not
        Task afterCrashInCommit = before.successor().play(CHUNKS.size());

        List<String> expected = undisturbed();
        assertThat(committed).isEqualTo(expected.subList(0, committed.size()));
        assertThat(afterCrash.said()).isEqualTo(expected.subList(committed.size(), expected.size()));
        assertThat(afterCrashInCommit.said()).isEqualTo(afterCrash.said());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whenever_tasks_write_early_commit_move_and_die_every_fact_is_stated_and_none_differs(long seed) {
        Random random = new Random(seed);
        List<String> expected = undisturbed();
        List<Task> tasks = new ArrayList<>(List.of(task()));
        while (tasks.get(tasks.size() - 1).next < CHUNKS.size()) {
            Task task = tasks.get(tasks.size() - 1);
            task.play(1 + random.nextInt(30));
            if (random.nextInt(3) > 0) {
                task.patients.writeEarly(random.nextDouble());
                task.play(random.nextInt(20));
                task.patients.writeEarly(random.nextDouble());
                task.play(random.nextInt(20));
            }
            switch (random.nextInt(5)) {
                case 0 -> task.patients.beforeCommit(); // a commit that failed
                case 1 -> {}
                default -> task.commit();
            }
            if (random.nextInt(3) == 0) {
                tasks.add(task.successor());
            }
        }

        List<String> said = joined(tasks.toArray(Task[]::new));
        assertThat(new LinkedHashSet<>(said)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(tasks).hasSizeGreaterThan(2);
    }

    @Test
    void what_a_person_did_after_an_early_snapshot_is_not_forgotten() {
        Task before = task().play(2 * 4 * 42); // into the asystole
        before.patients.writeEarly(1);
        before.play(4);
        AlarmCommand silence =
                new AlarmCommand("c1", Optional.empty(), Action.SILENCE, "nurse", Feed.START_MICROS, "", 120_000_000);
        assertThat(attend(before, silence).refusal()).isEmpty();
        before.play(4).commit();
        Task after = before.successor();

        after.play(2);
        assertThat(attend(after, silence).isRepeated()).isTrue();
    }

    private static CommandAnswer attend(Task task, AlarmCommand command) {
        return task.patients.known("p1", task.first, 0).orElseThrow().attend(command, task.outlet);
    }

    @Test
    void alarms_that_only_the_settings_of_the_successor_raise_are_stated() {
        WardAlarmSettings withoutAsystole =
                WardAlarmSettings.everybody(AlarmSettings.defaults().without(AlarmKind.ASYSTOLE));
        Task before = new Task(task().store, 0, withoutAsystole);
        before.play(chunksBeforeAsystole() - 8);
        before.patients.writeEarly(1);
        before.play(10).commit();
        Task after = before.successor(WardAlarmSettings.defaults());
        after.play(1);

        assertThat(before.said()).noneMatch(isAlert("ASYSTOLE"));
        assertThat(after.said())
                .anyMatch(isAlert("ASYSTOLE"))
                .allMatch(said -> said.startsWith(MonitorTopology.ALERTS));
    }

    @Test
    void an_alarm_that_began_after_an_early_snapshot_is_ended_by_a_successor_that_would_not_raise_it() {
        Task before = task().play(chunksBeforeAsystole() - 8);
        before.patients.writeEarly(1);
        before.play(10).commit();
        Task after = before.successor(
                WardAlarmSettings.everybody(AlarmSettings.defaults().without(AlarmKind.ASYSTOLE)));
        after.play(4);

        assertThat(before.said()).filteredOn(isAlert("ASYSTOLE")).hasSize(1);
        assertThat(after.said()).filteredOn(isAlert("ASYSTOLE")).hasSize(1);
    }

    @Test
    void of_whom_much_comes_after_an_early_snapshot_is_written_whole() {
        Task before = task().play(20);
        before.patients.writeEarly(1);
        before.play(2 * 4 * 30).commit();
        Task after = before.successor().play(CHUNKS.size());

        assertThat(before.store.snapshots().get("p1#0+")).isNull();
        assertThat(before.store.snapshots().get("p1#0").length).isLessThan(12 * 1024);
        assertThat(joined(before, after)).isEqualTo(undisturbed());
    }

    @Test
    void a_feed_that_ended_after_an_early_snapshot_has_ended_for_the_successor() {
        Task before = task().play(100);
        before.patients.writeEarly(1);
        before.play(2);
        before.patients.of("p1", before.first, 0).feedEnds(before.next++, 0, before.outlet);
        before.commit();
        List<String> atEnd = before.said();
        Task after = before.successor();
        after.patients.of("p1", after.first, 0).feedEnds(after.next++, 0, after.outlet);

        assertThat(atEnd).isNotEmpty();
        assertThat(after.said()).isEmpty();
    }

    @Test
    void a_discharge_leaves_the_turns_of_others_alone() {
        Task task = task();
        task.next = 1;
        task.play(1); // p2
        task.nowMillis = task.settings.dischargeAfter().toMillis();
        task.next = 2;
        task.play(1); // p1, much later
        task.patients.writeEarly(0.5);
        task.patients.watchSilence(task.nowMillis);
        task.patients.writeEarly(1);
        task.commit();

        assertThat(task.store.snapshots().get("p2#0")).isNull();
        assertThat(task.store.snapshots().get("p1#0")).isNotNull();
        assertThat(task.store.snapshots().get("p1#0+")).isNotNull();
    }

    private static Predicate<String> isAlert(String kind) {
        String bytes = HexFormat.of().formatHex(kind.getBytes(StandardCharsets.UTF_8));
        return said -> said.startsWith(MonitorTopology.ALERTS + " p1 ") && said.contains(bytes);
    }

    @Test
    void a_patient_who_is_discharged_leaves_no_snapshot_and_no_tail() {
        Task task = task().play(100);
        task.patients.writeEarly(1);
        task.play(8).commit();
        task.patients.writeEarly(1);
        task.patients.watchSilence(task.settings.dischargeAfter().toMillis());
        task.commit();

        assertThat(task.store.snapshots().approximateNumEntries()).isZero();
    }
}
