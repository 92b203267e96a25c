package org.rwave.processor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.rwave.ecg.alarm.AlarmCommand;
import org.rwave.schemas.avro.AlertCommand;
import org.rwave.schemas.avro.ReferenceAnnotations;
import org.rwave.schemas.feed.AlertCommandMapping;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.ReferenceSpan;
import org.rwave.schemas.serde.RecordDeserializer;
import org.rwave.schemas.serde.RegistryUnreachableException;
import org.rwave.schemas.serde.UnreadableRecordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Step 2, first half: bytes to what they mean, or to the reason why they mean nothing. A registry that does not answer
 * is neither: the task waits for it for up to a minute, then this instance ends visibly. It is asked only when a schema
 * id is met for the first time, so a running ward does not notice an outage.
 */
final class InputDecoder {
    /** What decoding came to: exactly one of both. */
    record Decoded<T>(Optional<T> value, Optional<Reject> reject) {
        private static <T> Decoded<T> rejected(String reason, String cause) {
            return new Decoded<>(Optional.empty(), Optional.of(new Reject(reason, cause)));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(InputDecoder.class);
    private static final Duration REGISTRY_PATIENCE = Duration.ofMinutes(1);
    private static final Duration REGISTRY_RETRY = Duration.ofSeconds(1);

    private final RecordDeserializer<FeedChunk> waveform;
    private final RecordDeserializer<ReferenceAnnotations> reference;
    private final RecordDeserializer<AlertCommand> commands;

    InputDecoder(
            RecordDeserializer<FeedChunk> waveform,
            RecordDeserializer<ReferenceAnnotations> reference,
            RecordDeserializer<AlertCommand> commands) {
        this.waveform = waveform;
        this.reference = reference;
        this.commands = commands;
    }

    Decoded<FeedChunk> waveform(InputRecord record) {
        return decode(
                record,
                bytes -> waveform.deserialize(record.topic(), bytes),
                chunk -> chunk.feed().patientId());
    }

    Decoded<ReferenceSpan> reference(InputRecord record) {
        return decode(
                record,
                bytes -> ReferenceSpan.fromAvro(reference.deserialize(record.topic(), bytes)),
                span -> span.feed().patientId());
    }

    /** A command together with the patient whose alarms it is about. */
    record PatientCommand(String patientId, AlarmCommand command) {}

    Decoded<PatientCommand> command(InputRecord record) {
        return decode(
                record,
                bytes -> {
                    AlertCommand avro = commands.deserialize(record.topic(), bytes);
                    return new PatientCommand(avro.getPatientId(), AlertCommandMapping.fromAvro(avro));
                },
                PatientCommand::patientId);
    }

    private static <T> Decoded<T> decode(InputRecord record, Function<byte[], T> format, Function<T, String> patient) {
        long giveUpAt = System.nanoTime() + REGISTRY_PATIENCE.toNanos();
        while (true) {
            try {
                return decodeOnce(record, format, patient);
            } catch (RegistryUnreachableException e) {
                if (System.nanoTime() > giveUpAt) {
                    throw e;
                }
                LOG.warn("waiting for the schema registry: {}", e.getMessage());
                pause(e);
            }
        }
    }

    private static void pause(RegistryUnreachableException cause) {
        try {
            Thread.sleep(REGISTRY_RETRY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    private static <T> Decoded<T> decodeOnce(
            InputRecord record, Function<byte[], T> format, Function<T, String> patient) {
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
        }
        String patientId = patient.apply(value);
        if (!record.hasKey(patientId.getBytes(StandardCharsets.UTF_8))) {
            return Decoded.rejected(
                    "wrong-key",
                    "the key is " + record.keyForPeople() + ", must be the patient id '" + patientId + "'");
        }
        return new Decoded<>(Optional.of(value), Optional.empty());
    }
}
