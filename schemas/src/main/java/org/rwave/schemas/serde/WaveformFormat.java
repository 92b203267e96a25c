package org.rwave.schemas.serde;

import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.WaveformMapping;

/**
 * The waveform, written and read by hand: a chunk from the present schema costs a fraction of a microsecond, its
 * samples stay where they are, and the leads are the same objects in every chunk of a source. Records of other
 * versions of the schema go through Avro's own reader.
 */
final class WaveformFormat extends RecordFormat<FeedChunk> {
    WaveformFormat(Schema schema) {
        super(schema);
    }

    private final StreamHeaders written = new StreamHeaders();

    @Override
    byte[] encode(int schemaId, FeedChunk value) {
        WaveformChunk chunk = value.chunk();
        StreamHeader header = written.of(value.feed(), chunk.rate(), chunk.leads());
        ByteBuffer samples = chunk.samples();
        int sampleBytes = samples.remaining();
        int bodyAt = Framing.LENGTH + header.length();

        int length = bodyAt
                + longBytes(chunk.firstSampleIndex())
                + longBytes(chunk.startEpochMicros())
                + longBytes(sampleBytes)
                + sampleBytes;
        byte[] record = new byte[length];
        Framing.write(record, schemaId);
        header.copyTo(record, Framing.LENGTH);
        int at = putLong(record, bodyAt, chunk.firstSampleIndex());
        at = putLong(record, at, chunk.startEpochMicros());
        at = putLong(record, at, sampleBytes);
        samples.get(record, at, sampleBytes);
        return record;
    }

    @Override
    RecordDecoder<FeedChunk> decoder(Schema writer) {
        if (SchemaNormalization.toParsingForm(writer).equals(SchemaNormalization.toParsingForm(schema()))) {
            StreamHeaders read = new StreamHeaders();
            return framed -> decode(read, framed);
        }
        var reader = GeneratedFormat.reader(writer, org.rwave.schemas.avro.WaveformChunk.class);
        return framed -> {
            var avro = GeneratedFormat.read(reader, framed);
            try {
                return WaveformMapping.fromAvro(avro);
            } catch (IllegalArgumentException e) {
                throw invalid(e);
            }
        };
    }

    private static FeedChunk decode(StreamHeaders headers, byte[] framed) {
        AvroCursor in = new AvroCursor(framed, Framing.LENGTH);
        StreamHeader.skip(in);
        int headerEnd = in.position();
        long firstSampleIndex = in.readLong();
        long startEpochMicros = in.readLong();
        int sampleBytes = in.readLength();
        int samplesAt = in.position();
        in.skip(sampleBytes);
        if (!in.isAtEnd()) {
            throw new UnreadableRecordException.Malformed("WaveformChunk: bytes left over after the record");
        }
        try {
            StreamHeader header = headers.of(framed, Framing.LENGTH, headerEnd);
            ByteBuffer samples = ByteBuffer.wrap(framed, samplesAt, sampleBytes);
            return new FeedChunk(
                    header.feed,
                    WaveformChunk.of(firstSampleIndex, startEpochMicros, header.rate, header.leads, samples));
        } catch (IllegalArgumentException e) {
            throw invalid(e);
        }
    }

    private static UnreadableRecordException invalid(IllegalArgumentException cause) {
        return new UnreadableRecordException.Invalid("WaveformChunk: " + cause.getMessage(), cause);
    }

    private static int longBytes(long value) {
        long zigzag = (value << 1) ^ (value >> 63);
        return zigzag == 0 ? 1 : (70 - Long.numberOfLeadingZeros(zigzag)) / 7;
    }

    private static int putLong(byte[] into, int at, long value) {
        long rest = (value << 1) ^ (value >> 63);
        int next = at;
        while ((rest & ~0x7fL) != 0) {
            into[next++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        into[next++] = (byte) rest;
        return next;
    }
}
