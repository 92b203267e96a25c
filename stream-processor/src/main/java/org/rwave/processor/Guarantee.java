package org.rwave.processor;

import java.util.Locale;
import org.apache.kafka.streams.StreamsConfig;

/** What a crash may do to the facts. None is ever lost. */
public enum Guarantee {
    /** Facts may be repeated after a crash, under the same ids. Fast: facts are seen as soon as they are sent. */
    AT_LEAST_ONCE(StreamsConfig.AT_LEAST_ONCE),
    /** No fact is repeated for readers with {@code isolation.level=read_committed}, who see it at the next commit. */
    EXACTLY_ONCE_V2(StreamsConfig.EXACTLY_ONCE_V2);

    private final String kafkaName;

    Guarantee(String kafkaName) {
        this.kafkaName = kafkaName;
    }

    /** The value of Kafka's {@code processing.guarantee}. */
    String kafkaName() {
        return kafkaName;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
