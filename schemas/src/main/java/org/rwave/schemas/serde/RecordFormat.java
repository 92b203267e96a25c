package org.rwave.schemas.serde;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.util.ClassSecurityValidator;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.AlertCommand;
import org.rwave.schemas.avro.Beat;
import org.rwave.schemas.avro.ReferenceAnnotations;
import org.rwave.schemas.avro.Vitals;
import org.rwave.schemas.feed.FeedChunk;

/**
 * How one kind of record is written and read: its published schema and its codec.
 *
 * @param <T> what the program works with
 */
public abstract class RecordFormat<T> {
    static {
        // Avro fills only classes it is told to trust (since 1.12.1). Ours were generated from our own schemas.
        String generated = Beat.class.getPackageName();
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(generated)));
    }

    private final Schema schema;

    RecordFormat(Schema schema) {
        this.schema = schema;
    }

    public static RecordFormat<FeedChunk> waveform() {
        return new WaveformFormat(published("WaveformChunk"));
    }

    public static RecordFormat<ReferenceAnnotations> reference() {
        return new GeneratedFormat<>(published("ReferenceAnnotations"), ReferenceAnnotations.class);
    }

    public static RecordFormat<Beat> beat() {
        return new GeneratedFormat<>(published("Beat"), Beat.class);
    }

    public static RecordFormat<Vitals> vitals() {
        return new GeneratedFormat<>(published("Vitals"), Vitals.class);
    }

    public static RecordFormat<Alert> alert() {
        return new GeneratedFormat<>(published("Alert"), Alert.class);
    }

    public static RecordFormat<AlertCommand> alertCommand() {
        return new GeneratedFormat<>(published("AlertCommand"), AlertCommand.class);
    }

    /** The schema as published: without the hints to Java that the generated classes carry. */
    public final Schema schema() {
        return schema;
    }

    /** {@code value} framed and encoded. */
    abstract byte[] encode(int schemaId, T value);

    /** A decoder for records that were written with {@code writer}, which {@link #schema} is able to read. */
    abstract RecordDecoder<T> decoder(Schema writer);

    private static Schema published(String name) {
        String file = "/org/rwave/schemas/avro/" + name + ".avsc";
        try (InputStream text = RecordFormat.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return new Schema.Parser().parse(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
