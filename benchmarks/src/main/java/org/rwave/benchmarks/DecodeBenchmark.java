package org.rwave.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.serde.RecordDeserializer;
import org.rwave.schemas.serde.RecordSerializer;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topic;
import org.rwave.schemas.topic.Topics;

/** Step 2: a record of ecg.waveform.v1 turned into a chunk, its stream known already. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecodeBenchmark {
    private static final int CHUNKS = 240;
    private static final Topic<FeedChunk> TOPIC = Topics.standard().waveform();

    private final List<byte[]> records = new ArrayList<>();
    private RecordDeserializer<FeedChunk> deserializer;

    @Setup
    public void encode() {
        Registry registry = Registry.connect("mock://benchmark", Map.of());
        TOPIC.register(registry);
        RecordSerializer<FeedChunk> serializer = TOPIC.serializer(registry);
        deserializer = TOPIC.deserializer(registry);
        FeedId feed = new FeedId("patient-1", "source-1");
        for (WaveformChunk chunk : Minute.chunks()) {
            records.add(serializer.serialize(TOPIC.name(), new FeedChunk(feed, chunk)));
        }
    }

    @Benchmark
    @OperationsPerInvocation(CHUNKS)
    public void part(Blackhole sink) {
        for (int i = 0; i < CHUNKS; i++) {
            sink.consume(deserializer.deserialize(TOPIC.name(), records.get(i)));
        }
    }

    @Benchmark
    @OperationsPerInvocation(CHUNKS)
    public void baseline(Blackhole sink) {
        for (int i = 0; i < CHUNKS; i++) {
            sink.consume(records.get(i).clone());
        }
    }
}
