/**
 * Replay of recordings, real or simulated, as live feeds. In: recordings and their annotations. Out: waveform chunks and
 * reference annotations, each when its last sample falls due, to a {@link org.rwave.producer.ChunkSink}. The schedule
 * knows nothing of Kafka; {@link org.rwave.producer.KafkaChunkSink} is the way there.
 */
package org.rwave.producer;
