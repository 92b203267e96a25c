package org.rwave.schemas.serde;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads one kind of record, whichever version of its schema it was written with; each schema is asked for once. Safe
 * for use by several threads. What it returns may keep a view of the bytes it was given.
 *
 * <p>Throws {@link UnreadableRecordException} for a record that will never be readable, {@link
 * RegistryUnreachableException} when it cannot be told yet.
 */
public final class RecordDeserializer<T> implements Deserializer<T> {
    private final RecordFormat<T> format;
    private final Registry registry;
    private final Map<Integer, Known<T>> decoders = new ConcurrentHashMap<>();
    /** The schema of the latest record, nearly always that of the next. */
    private volatile Known<T> latest;

    private record Known<T>(int schemaId, RecordDecoder<T> decoder) {}

    public RecordDeserializer(RecordFormat<T> format, Registry registry) {
        this.format = format;
        this.registry = registry;
    }

    @Override
    public T deserialize(String topic, byte[] framed) {
        if (framed == null) {
            return null;
        }
        int schemaId = Framing.schemaId(framed);
        Known<T> known = latest;
        if (known == null || known.schemaId != schemaId) {
            known = decoders.get(schemaId);
            if (known == null) {
                known = new Known<>(schemaId, decoderFor(schemaId));
                decoders.put(schemaId, known);
            }
            latest = known;
        }
        return known.decoder.decode(framed);
    }

    private RecordDecoder<T> decoderFor(int schemaId) {
        Schema writer = registry.schema(schemaId);
        var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(format.schema(), writer);
        if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new UnreadableRecordException.WrongSchema(
                    "schema id " + schemaId + " (" + writer.getFullName() + ") cannot be read as "
                            + format.schema().getName(),
                    null);
        }
        return format.decoder(writer);
    }
}
