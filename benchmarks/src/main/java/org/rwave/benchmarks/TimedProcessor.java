package org.rwave.benchmarks;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.Preprocessing;

/** Classifies the beat in every record. */
final class TimedProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final int WAVEFORM_BYTES = Float.BYTES * Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES;

    private final BeatClassifier classifier;
    private final Times times;
    private final BeatInput input = new BeatInput();
    private ProcessorContext<byte[], byte[]> context;
    private int records;

    /** When the timed records began and ended. */
    static final class Times {
        private final CountDownLatch end = new CountDownLatch(1);
        private volatile long beginNanos;
        private volatile long endNanos;

        void begin() {
            beginNanos = System.nanoTime();
        }

        void end() {
            endNanos = System.nanoTime();
            end.countDown();
        }

        boolean awaitEnd(Duration longest) throws InterruptedException {
            return end.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        }

        long nanos() {
            return endNanos - beginNanos;
        }
    }

    TimedProcessor(BeatClassifier classifier, Times times) {
        this.classifier = classifier;
        this.times = times;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> taskContext) {
        context = taskContext;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (records++ == StreamThreadInferences.WARM_UP_RECORDS) {
            times.begin();
        }
        FloatBuffer waveform = ByteBuffer.wrap(record.value()).asFloatBuffer();
        FloatBuffer features = ByteBuffer.wrap(record.value(), WAVEFORM_BYTES, record.value().length - WAVEFORM_BYTES)
                .slice()
                .asFloatBuffer();
        input.set(waveform, features);
        context.forward(record.withValue(StreamThreadInferences.bytes(classifier.classify(input))));
        if (records == StreamThreadInferences.WARM_UP_RECORDS + StreamThreadInferences.TIMED_RECORDS) {
            times.end();
        }
    }
}
