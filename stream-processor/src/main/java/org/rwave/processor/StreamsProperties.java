package org.rwave.processor;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How Kafka Streams is to run. Its defaults are made for throughput and would add 100 ms and more to every alarm; the
 * values here are chosen for latency first. Each is reasoned in ADR 20.
 */
final class StreamsProperties {
    /** Only the commit hook's mark passes through the cache: some 200 bytes a task. */
    private static final int CACHE_BYTES_PER_THREAD = 256 * 1024;

    private static final int SESSION_TIMEOUT_MILLIS = 6_000;
    private static final int HEARTBEAT_MILLIS = 1_500;
    private static final int POLL_MILLIS = 50;
    private static final int TRANSACTION_TIMEOUT_MILLIS = 10_000;
    private static final int BATCH_BYTES = 64 * 1024;
    private static final int MORE_THAN_COMES = 1024 * 1024;

    /** With {@link CommitTimes} tasks ask for their own commits: this one, of all tasks at once, should never come. */
    private static final Duration NEVER = Duration.ofHours(24);

    /** Waveform waits for no command, commands are taken as they come (ADR 51); asking costs a formatted string a record (4.3.1). */
    private static final long DO_NOT_WAIT = -1;

    /** Twice what a record may be by default: a reject is its input and a cause, a snapshot holds a megabyte at most. */
    private static final int LARGEST_RECORD_BYTES = 2 * 1024 * 1024;

    private StreamsProperties() {}

    static Properties of(ProcessorSettings settings, KafkaConnection kafka) {
        Properties p = new Properties();
        latency(p, settings);
        failover(p, settings);
        p.putAll(kafka.clientProperties()); // what the user says about clients goes before what we think best
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, settings.guarantee().kafkaName());
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        p.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                (CommitTimes.areStaggered(settings) ? NEVER : settings.commitInterval()).toMillis());
        if (!settings.isReferenceMode()) {
            p.putIfAbsent(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, DO_NOT_WAIT);
        }
        p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, (long) CACHE_BYTES_PER_THREAD * settings.threads());
        p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return p;
    }

    private static void latency(Properties p, ProcessorSettings settings) {
        p.put(
                StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
                settings.linger().toMillis());
        p.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        // Batches of a few facts do not compress, and lz4 sets up 128 KB of buffers for each: see docs/performance.md.
        p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "none");
        p.put(StreamsConfig.producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
        p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD_BYTES);
        p.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), LARGEST_RECORD_BYTES);
        fetch(p, settings.fetchWait());
        p.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
    }

    /** Without a wait chunks are handed over as they come; with one it decides, for so much comes only from a backlog. */
    private static void fetch(Properties p, Duration wait) {
        p.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG),
                wait.isZero() ? 1 : MORE_THAN_COMES);
        if (!wait.isZero()) {
            p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), (int) wait.toMillis());
        }
    }

    private static void failover(Properties p, ProcessorSettings settings) {
        p.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbyReplicas());
        p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replicationFactor());
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MILLIS);
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MILLIS);
        if (settings.guarantee() == Guarantee.EXACTLY_ONCE_V2) {
            p.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_TIMEOUT_MILLIS);
        }
    }
}
