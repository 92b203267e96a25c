package org.rwave.cli.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.rwave.cli.CommandFailed;
import org.rwave.cli.KafkaOptions;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.AlertInput;
import org.rwave.schemas.avro.Beat;
import org.rwave.schemas.feed.AlertId;
import org.rwave.schemas.feed.AlertMapping;
import org.rwave.schemas.feed.BeatMapping;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.feed.InputOffsets;
import org.rwave.schemas.serde.RecordDeserializer;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.serde.UnreadableRecordException;
import org.rwave.schemas.topic.Topics;

/** What the topics still hold of one alarm: its alerts, its beats, its waveform. */
final class ClusterLog implements AutoCloseable {
    private final Topics topics;
    private final Registry registry;
    private final TopicReader reader;

    /** All that rules stated of one alarm, oldest first; the first is its start unless the topic has lost that. */
    record Stated(
            List<AlarmEvent> events, String modelHash, String settingsFingerprint, Optional<InputOffsets> input) {}

    /** How far back the waveform goes: its first offset that was read, and whether anything before it is lost. */
    record Reach(long firstOffset, boolean isWhole) {}

    ClusterLog(KafkaOptions kafka, Topics topics) {
        this.topics = topics;
        registry = Registry.connect(kafka.schemaRegistry(), kafka.clientProperties());
        reader = new TopicReader(kafka);
    }

    /**
     * What was stated of the alarm {@code id}.
     *
     * @throws CommandFailed when the alerts topic holds nothing of it
     */
    Stated alarm(AlertId id) {
        RecordDeserializer<Alert> alerts = topics.alerts().deserializer(registry);
        Map<String, AlarmEvent> events = new LinkedHashMap<>();
        List<Alert> first = new ArrayList<>();
        reader.read(
                reader.partitions(topics.alerts().name()),
                Optional.empty(),
                id.feed().patientId(),
                record -> {
                    read(record, alerts)
                            .filter(alert -> alert.getAlertId().equals(id.toString()))
                            .filter(alert -> alert.getCommandId().isEmpty())
                            .ifPresent(alert -> {
                                AlarmEvent event = AlertMapping.fromAvro(alert);
                                events.putIfAbsent(event.phase() + " " + event.atSampleIndex(), event);
                                first.add(alert);
                            });
                    return true;
                });
        if (first.isEmpty()) {
            throw new CommandFailed("there is no alert " + id + " on " + topics.alerts()
                    + "; rwave alerts --from-beginning prints those there are, ids in brackets");
        }
        AlertInput input = first.get(0).getInput();
        return new Stated(
                List.copyOf(events.values()),
                first.get(0).getModelHash(),
                first.get(0).getSettingsFingerprint(),
                Optional.ofNullable(input)
                        .map(at -> new InputOffsets(
                                at.getTopic(), at.getPartition(), at.getFirstOffset(), at.getLastOffset())));
    }

    /** Final beats of {@code feed} in {@code window}; {@code near} was the instant of some sample in it. */
    List<ClassifiedBeat> beats(FeedId feed, Window window, AlarmEvent near, SamplingRate rate) {
        RecordDeserializer<Beat> beats = topics.beats().deserializer(registry);
        Map<Long, ClassifiedBeat> found = new LinkedHashMap<>();
        long fromMicros = near.onsetEpochMicros() - rate.microsAt(near.onsetSampleIndex() - window.from());
        Instant from = Instant.ofEpochMilli(Math.max(0, fromMicros / 1000 - 5000));
        reader.read(reader.partitions(topics.beats().name()), Optional.of(from), feed.patientId(), record -> {
            Optional<ClassifiedBeat> beat = read(record, beats)
                    .filter(avro -> BeatMapping.feedOf(avro).equals(feed))
                    .map(BeatMapping::fromAvro)
                    .filter(one -> one.revision() > 0);
            beat.filter(one -> window.holds(one.sampleIndex())).ifPresent(one -> found.put(one.sampleIndex(), one));
            return beat.isEmpty() || beat.get().sampleIndex() < window.to();
        });
        return List.copyOf(found.values());
    }

    /** Plays the waveform of {@code feed} again, from as far {@code back} before {@code event} as asked for. */
    Reach replay(
            FeedId feed, InputOffsets input, Optional<Duration> back, AlarmEvent event, Recomputation recomputation) {
        RecordDeserializer<FeedChunk> waveform = topics.waveform().deserializer(registry);
        TopicPartition partition = new TopicPartition(input.topic(), input.partition());
        if (reader.partitions(input.topic()).stream().noneMatch(partition::equals)) {
            throw new CommandFailed("the alert points to " + partition + ", which this cluster has not");
        }
        Optional<Instant> from = back.map(span -> Instant.ofEpochMilli(Math.max(0, event.onsetEpochMicros() / 1000))
                .minus(span));
        long firstHeld = reader.firstOffset(partition);
        long[] firstRead = {-1};
        reader.read(List.of(partition), from, feed.patientId(), record -> {
            Optional<FeedChunk> chunk =
                    read(record, waveform).filter(one -> one.feed().equals(feed));
            if (chunk.isPresent()) {
                firstRead[0] = firstRead[0] < 0 ? record.offset() : firstRead[0];
                recomputation.accept(chunk.get().chunk());
            }
            return !recomputation.isDone();
        });
        boolean isWhole =
                recomputation.hasBegun() && (recomputation.firstSample() == 0 || (firstHeld == 0 && from.isEmpty()));
        return new Reach(firstRead[0], isWhole);
    }

    /** Empty for what nobody can read: the processor has rejected it too. */
    private static <T> Optional<T> read(ConsumerRecord<String, byte[]> record, RecordDeserializer<T> deserializer) {
        try {
            return Optional.of(deserializer.deserialize(record.topic(), record.value()));
        } catch (UnreadableRecordException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        reader.close();
        registry.close();
    }
}
