package org.rwave.cli.loadtest;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.HdrHistogram.SingleWriterRecorder;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.rwave.producer.ReplayClock;
import org.rwave.schemas.avro.Beat;
import org.rwave.schemas.serde.RecordDeserializer;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topic;

/**
 * Reads the beats as any subscriber would, enters each into the ledger and notes how long after its due moment it came.
 * One thread runs it; any other may read the counts.
 */
final class Observer implements Callable<Void>, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final RecordDeserializer<Beat> beats;
    private final Ward ward;
    private final Schedule schedule;
    private final ReplayClock clock;
    private final long startNanos;
    private final Ledger ledger;
    private final Latencies latencies = new Latencies();
    private final SingleWriterRecorder recent = Latencies.recorder();
    private volatile boolean stopped;

    /** Stands at the present end of the beats' topic. */
    Observer(
            Map<String, ?> clientProperties,
            Topic<Beat> topic,
            Registry registry,
            Ward ward,
            Schedule schedule,
            ReplayClock clock,
            long startNanos) {
        this.beats = topic.deserializer(registry);
        this.ward = ward;
        this.schedule = schedule;
        this.clock = clock;
        this.startNanos = startNanos;
        this.ledger = ward.newLedger();
        Map<String, Object> properties = new HashMap<>(clientProperties);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "load-observer");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // now, not at the first poll
    }

    /** Observes until {@link #stop}. */
    @Override
    public Void call() {
        while (!stopped) {
            var records = consumer.poll(POLL);
            long now = clock.nanoTime();
            for (ConsumerRecord<String, byte[]> record : records) {
                enter(record.key(), beats.deserialize(record.topic(), record.value()), now);
            }
        }
        return null;
    }

    private void enter(String patientId, Beat beat, long now) {
        OptionalInt known = ward.patientOf(patientId);
        if (known.isEmpty()
                || !ward.feed(known.getAsInt()).sourceId().equals(beat.getSourceId())
                || beat.getRevision() == 0) {
            ledger.enterStranger();
            return;
        }
        int patient = known.getAsInt();
        var beatClass = org.rwave.ecg.beat.BeatClass.valueOf(beat.getBeatClass().name());
        if (ledger.enter(patient, beat.getSampleIndex(), beatClass) == Ledger.Entry.EXPECTED) {
            time(patient, ledger.lastPlace(), now);
        }
    }

    private void time(int patient, int place, long now) {
        ExpectedBeats expected = ward.expected(patient);
        int chunk = expected.chunk(place);
        if (chunk == schedule.chunks()) {
            return; // decided by the end of the feed, which no chunk brought
        }
        long due = schedule.dueNanos(patient, chunk);
        long latency = now - startNanos - due;
        recent.recordValue(Latencies.micros(latency));
        if (due >= schedule.steadyFromNanos() && due < schedule.steadyToNanos()) {
            latencies.record(ward.tape(patient), expected, place, latency);
        }
    }

    void stop() {
        stopped = true;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Of beats that were due while all patients were there; read when the thread has ended. */
    Latencies latencies() {
        return latencies;
    }

    /** Pipeline latency of beats as they come, microseconds. */
    SingleWriterRecorder recent() {
        return recent;
    }

    /** After the thread has ended. */
    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
