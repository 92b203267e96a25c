package org.rwave.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;

/** Records that are worked with as the class that Avro generates from the schema. */
final class GeneratedFormat<T extends SpecificRecordBase> extends RecordFormat<T> {
    private static final int TYPICAL_BYTES = 256;

    private final Class<T> type;
    private final SpecificDatumWriter<T> writer;

    GeneratedFormat(Schema schema, Class<T> type) {
        super(schema);
        this.type = type;
        this.writer = new SpecificDatumWriter<>(type);
    }

    @Override
    byte[] encode(int schemaId, T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
        bytes.writeBytes(new byte[Framing.LENGTH]);
        try {
            writer.write(value, EncoderFactory.get().directBinaryEncoder(bytes, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] framed = bytes.toByteArray();
        Framing.write(framed, schemaId);
        return framed;
    }

    @Override
    RecordDecoder<T> decoder(Schema writerSchema) {
        SpecificDatumReader<T> reader = reader(writerSchema, type);
        return framed -> read(reader, framed);
    }

    /** A reader of what {@code writer} wrote, as {@code type}. */
    static <T> SpecificDatumReader<T> reader(Schema writer, Class<T> type) {
        return new SpecificDatumReader<>(writer, GeneratedClasses.MODEL.getSchema(type), GeneratedClasses.MODEL);
    }

    /** Reads the one record in {@code framed}, all of it. */
    static <T> T read(SpecificDatumReader<T> reader, byte[] framed) {
        try {
            // A length that was corrupted into gigabytes ends the record here, before anything is allocated for it.
            BinaryDecoder skimmed = avroOf(framed);
            GenericDatumReader.skip(reader.getSchema(), skimmed);
            if (skimmed.isEnd()) {
                return reader.read(null, avroOf(framed));
            }
        } catch (IOException | RuntimeException e) { // Avro's decoder knows many ways to stumble over bad bytes
            String why =
                    e.getMessage() == null ? "data ends early" : e.getMessage().replaceAll("\\s+", " ");
            throw new UnreadableRecordException.Malformed(
                    reader.getExpected().getName() + ": the bytes do not fit the schema (" + why + ")", e);
        }
        throw new UnreadableRecordException.Malformed(
                reader.getExpected().getName() + ": bytes left over after the record");
    }

    private static BinaryDecoder avroOf(byte[] framed) {
        return DecoderFactory.get().binaryDecoder(framed, Framing.LENGTH, framed.length - Framing.LENGTH, null);
    }
}
