package org.rwave.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.rwave.cli.broker.EmbeddedBroker;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.models.BeatModel;
import org.rwave.models.GoldenBeats;
import org.rwave.models.GoldenBeats.GoldenBeat;
import org.rwave.models.OnnxBeatClassifier;

/**
 * How many inferences one stream thread makes in a second when inference is all it has to do: a record with the tensors of a beat
 * in, a record with its probabilities out, at batch 1, through a broker in this process. That is the path of Crayfish (Horchidan
 * et al., EDBT 2024), which reports 1,619 records a second for ONNX embedded in one thread of Kafka Streams, with another model on other
 * machines. The baseline is the same path with an answer that costs nothing.
 */
final class StreamThreadInferences {
    static final String NAME = "StreamThread";
    static final int WARM_UP_RECORDS = 30_000;
    static final int TIMED_RECORDS = 60_000;

    private static final int FLOATS = Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES + Preprocessing.FEATURES;
    private static final String IN = "beats";
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private StreamThreadInferences() {}

    /** Nanoseconds a record. */
    record Result(double withInference, double without) {}

    static Result measure() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(0, Optional.empty())) {
            fill(broker.bootstrapServers());
            double without = run(broker.bootstrapServers(), "baseline", FixedAnswer::new);
            double with = run(broker.bootstrapServers(), "inference", StreamThreadInferences::standard);
            return new Result(with, without);
        }
    }

    private static BeatClassifier standard() {
        return new OnnxBeatClassifier(BeatModel.standard());
    }

    /** All records lie there before the thread begins: it never waits. */
    private static void fill(String bootstrapServers) throws IOException, ExecutionException, InterruptedException {
        Map<String, Object> connection = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(connection)) {
            admin.createTopics(List.of(
                            new NewTopic(IN, 1, (short) 1),
                            new NewTopic("baseline", 1, (short) 1),
                            new NewTopic("inference", 1, (short) 1)))
                    .all()
                    .get();
        }
        List<GoldenBeat> beats = GoldenBeats.standard();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 5, "batch.size", 1 << 18),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < WARM_UP_RECORDS + TIMED_RECORDS; i++) {
                producer.send(new ProducerRecord<>(
                        IN, bytes(beats.get(i % beats.size()).input())));
            }
        }
    }

    private static byte[] bytes(BeatInput input) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * FLOATS);
        FloatBuffer floats = bytes.asFloatBuffer();
        input.copyWaveformTo(floats);
        input.copyFeaturesTo(floats);
        return bytes.array();
    }

    private static double run(String bootstrapServers, String out, Supplier<BeatClassifier> classifiers)
            throws InterruptedException {
        TimedProcessor.Times times = new TimedProcessor.Times();
        Topology topology = new Topology()
                .addSource("in", new ByteArrayDeserializer(), new ByteArrayDeserializer(), IN)
                .addProcessor("classify", () -> new TimedProcessor(classifiers.get(), times), "in")
                .addSink("out", out, new ByteArraySerializer(), new ByteArraySerializer(), "classify");
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "application.id",
                out,
                "num.stream.threads",
                1,
                "auto.offset.reset",
                "earliest"));
        try (KafkaStreams streams = new KafkaStreams(topology, settings)) {
            streams.start();
            if (!times.awaitEnd(LONGEST)) {
                throw new IllegalStateException("the stream thread did not finish in " + LONGEST);
            }
        }
        return times.nanos() / (double) TIMED_RECORDS;
    }

    /** The baseline's classifier. */
    private static final class FixedAnswer implements BeatClassifier {
        private final ClassProbabilities answer = ClassProbabilities.of(1, 0, 0, 0, 0);

        @Override
        public ClassProbabilities classify(BeatInput input) {
            return answer;
        }

        @Override
        public String modelHash() {
            return "none";
        }
    }

    /** Five floats, in the order of the classes. */
    static byte[] bytes(ClassProbabilities probabilities) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * BeatClass.COUNT);
        for (BeatClass beatClass : BeatClass.values()) {
            bytes.putFloat(probabilities.of(beatClass));
        }
        return bytes.array();
    }
}
