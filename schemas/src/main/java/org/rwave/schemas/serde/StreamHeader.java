package org.rwave.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.feed.WaveformRules;

/**
 * The fields of a chunk that stay the same from chunk to chunk of one source (patientId, sourceId, samplingRateHertz,
 * leads), which the schema puts first, together with their Avro binary. Kept by {@link StreamHeaders}, so that a chunk
 * is recognised by comparing bytes instead of decoding strings.
 */
final class StreamHeader {
    final FeedId feed;
    final SamplingRate rate;
    final List<Lead> leads;
    private final byte[] avro;

    private StreamHeader(FeedId feed, SamplingRate rate, List<Lead> leads, byte[] avro) {
        this.feed = feed;
        this.rate = rate;
        this.leads = leads;
        this.avro = avro;
    }

    /** Encodes; what a reader would refuse is refused here. */
    static StreamHeader encode(FeedId feed, SamplingRate rate, List<Lead> leads) {
        WaveformRules.checkLeads(leads);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            out.writeString(feed.patientId());
            out.writeString(feed.sourceId());
            out.writeDouble(rate.hertz());
            out.writeArrayStart();
            out.setItemCount(leads.size());
            for (Lead lead : leads) {
                out.startItem();
                out.writeString(lead.name());
                out.writeString(lead.mdcCode());
                out.writeDouble(lead.microvoltsPerUnit());
                out.writeDouble(lead.baselineUnits());
            }
            out.writeArrayEnd();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StreamHeader(feed, rate, List.copyOf(leads), bytes.toByteArray());
    }

    /** Decodes and validates {@code data} from {@code from} to {@code to}, which {@link #skip} has found. */
    static StreamHeader decode(byte[] data, int from, int to) {
        AvroCursor in = new AvroCursor(data, from);
        FeedId feed = new FeedId(in.readString(), in.readString());
        SamplingRate rate = WaveformRules.rate(in.readDouble());
        List<Lead> leads = new ArrayList<>();
        for (int count = readCount(in); count > 0; count = readCount(in)) {
            for (int i = 0; i < count; i++) {
                leads.add(new Lead(in.readString(), in.readString(), in.readDouble(), in.readDouble()));
            }
        }
        WaveformRules.checkLeads(leads);
        return new StreamHeader(feed, rate, List.copyOf(leads), Arrays.copyOfRange(data, from, to));
    }

    /** Moves {@code in} past a header without decoding it. */
    static void skip(AvroCursor in) {
        in.skipString();
        in.skipString();
        in.skip(Double.BYTES);
        for (int count = readCount(in); count > 0; count = readCount(in)) {
            for (int i = 0; i < count; i++) {
                in.skipString();
                in.skipString();
                in.skip(2 * Double.BYTES);
            }
        }
    }

    private static int readCount(AvroCursor in) {
        return in.readBlockCount(FeedChunk.MAX_LEADS);
    }

    int length() {
        return avro.length;
    }

    void copyTo(byte[] record, int at) {
        System.arraycopy(avro, 0, record, at, avro.length);
    }

    boolean matches(byte[] data, int from, int to) {
        return Arrays.equals(avro, 0, avro.length, data, from, to);
    }

    boolean matches(FeedId otherFeed, SamplingRate otherRate, List<Lead> otherLeads) {
        return feed.equals(otherFeed)
                && rate.equals(otherRate)
                && (leads == otherLeads || leads.equals(otherLeads)); // usually the very same list
    }
}
