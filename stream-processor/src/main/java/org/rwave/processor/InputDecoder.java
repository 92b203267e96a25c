package org.rwave.processor;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.errors.TimeoutException;
import org.rwave.schemas.avro.ReferenceAnnotations;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.feed.ReferenceSpan;
import org.rwave.schemas.serde.RecordDeserializer;
import org.rwave.schemas.serde.RegistryUnreachableException;
import org.rwave.schemas.serde.UnreadableRecordException;

/**
 * Step 2, first half: bytes to what they mean, or to the reason why they mean nothing. A registry that does not answer
 * is neither: it becomes Kafka's TimeoutException, on which Kafka Streams keeps the record and tries it again, and
 * gives up visibly after {@code task.timeout.ms}.
 */
final class InputDecoder {
    /** What decoding came to: exactly one of both. */
    record Decoded<T>(Optional<T> value, Optional<Reject> reject) {
        private static <T> Decoded<T> rejected(String reason, String cause) {
            return new Decoded<>(Optional.empty(), Optional.of(new Reject(reason, cause)));
        }
    }

    private final RecordDeserializer<FeedChunk> waveform;
    private final RecordDeserializer<ReferenceAnnotations> reference;

    InputDecoder(RecordDeserializer<FeedChunk> waveform, RecordDeserializer<ReferenceAnnotations> reference) {
        this.waveform = waveform;
        this.reference = reference;
    }

    Decoded<FeedChunk> waveform(InputRecord record) {
        return decode(record, bytes -> waveform.deserialize(record.topic(), bytes), FeedChunk::feed);
    }

    Decoded<ReferenceSpan> reference(InputRecord record) {
        return decode(
                record,
                bytes -> ReferenceSpan.fromAvro(reference.deserialize(record.topic(), bytes)),
                ReferenceSpan::feed);
    }

    private static <T> Decoded<T> decode(InputRecord record, Function<byte[], T> format, Function<T, FeedId> feed) {
        if (record.value() == null) {
            return Decoded.rejected("empty", "record without a value");
        }
        T value;
        try {
            value = format.apply(record.value());
        } catch (UnreadableRecordException e) {
            return Decoded.rejected(e.reason(), e.getMessage());
        } catch (IllegalArgumentException e) {
            return Decoded.rejected("invalid", e.getMessage());
        } catch (RegistryUnreachableException e) {
            throw new TimeoutException(e.getMessage(), e);
        }
        String patientId = feed.apply(value).patientId();
        if (!record.hasKey(patientId.getBytes(StandardCharsets.UTF_8))) {
            return Decoded.rejected(
                    "wrong-key",
                    "the key is " + record.keyForPeople() + ", must be the patient id '" + patientId + "'");
        }
        return new Decoded<>(Optional.of(value), Optional.empty());
    }
}
