package org.rwave.producer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.rwave.schemas.avro.ReferenceAnnotations;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.ReferenceSpan;
import org.rwave.schemas.serde.RecordSerializer;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;

/**
 * Publishes chunks to {@code ecg.waveform.v1} and reference annotations to {@code ecg.reference.v1}. Key: the patient id;
 * record timestamp: the instant of the last sample.
 */
public final class KafkaChunkSink implements ChunkSink {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

    private final KafkaProducer<String, byte[]> producer;
    private final String waveformTopic;
    private final String referenceTopic;
    private final RecordSerializer<FeedChunk> waveform;
    private final RecordSerializer<ReferenceAnnotations> reference;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Callback onSent = (metadata, cause) -> {
        if (cause != null) {
            failure.compareAndSet(null, cause);
        }
    };

    /**
     * Connects and registers the schemas.
     *
     * @param clientProperties any property of Kafka's producer; they outrank {@link #defaults()}
     */
    public KafkaChunkSink(Map<String, ?> clientProperties, Topics topics, Registry registry) {
        this.waveformTopic = topics.waveform().name();
        this.referenceTopic = topics.reference().name();
        this.waveform = topics.waveform().serializer(registry);
        this.reference = topics.reference().serializer(registry);
        Map<String, Object> properties = new HashMap<>(defaults());
        properties.putAll(clientProperties);
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Producer settings unless the user says otherwise: no chunk lost or doubled on retry ({@code acks=all}, idempotence),
     * at most 5 ms waiting for company ({@code linger.ms}, where Kafka's own default suits throughput, not alarms), lz4
     * (half the bytes for a microsecond a chunk), batches large enough for full-speed replay, and failure within ten
     * seconds rather than two minutes when the brokers are gone.
     */
    public static Map<String, Object> defaults() {
        return Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 * 1024,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                64L * 1024 * 1024,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                10_000);
    }

    @Override
    public void sendReference(ReferenceSpan span, long timestamp) {
        ReferenceAnnotations avro = span.toAvro();
        publish(referenceTopic, span.feed().patientId(), timestamp, reference.serialize(referenceTopic, avro));
    }

    @Override
    public void send(FeedChunk chunk) {
        byte[] value = waveform.serialize(waveformTopic, chunk);
        publish(waveformTopic, chunk.feed().patientId(), chunk.recordTimestamp(), value);
    }

    /** A record without a value: the processor decides what was still open. */
    @Override
    public void sendEnd(String patientId, long timestamp) {
        publish(waveformTopic, patientId, timestamp, null);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // onSent hears of every failure
    private void publish(String topic, String patientId, long timestamp, byte[] value) {
        failIfUndelivered();
        try {
            producer.send(new ProducerRecord<>(topic, null, timestamp, patientId, value), onSent);
        } catch (KafkaException e) {
            throw undelivered(e);
        }
    }

    @Override
    public void flush() {
        producer.flush();
        failIfUndelivered();
    }

    private void failIfUndelivered() {
        Exception cause = failure.get();
        if (cause != null) {
            throw undelivered(cause);
        }
    }

    private static ReplayFailed undelivered(Exception cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String advice = cause instanceof TimeoutException ? "; are the brokers up, and do the topics exist?" : "";
        return new ReplayFailed(
                "Kafka did not take what was replayed: " + reason.replaceAll("\\s+", " ") + advice, cause);
    }

    @Override
    public void close() {
        producer.close(CLOSE_PATIENCE);
    }
}
