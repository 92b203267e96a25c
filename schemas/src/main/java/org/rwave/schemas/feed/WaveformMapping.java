package org.rwave.schemas.feed;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.schemas.avro.WaveformLead;

/** {@code WaveformChunk} of Avro to that of {@code ecg} and back. */
public final class WaveformMapping {
    private WaveformMapping() {}

    /**
     * Shares the samples with {@code avro}.
     *
     * @throws IllegalArgumentException naming the field that breaks its rule
     */
    public static FeedChunk fromAvro(org.rwave.schemas.avro.WaveformChunk avro) {
        List<Lead> leads = new ArrayList<>();
        for (WaveformLead lead : avro.getLeads()) {
            leads.add(
                    new Lead(lead.getName(), lead.getMdcCode(), lead.getMicrovoltsPerUnit(), lead.getBaselineUnits()));
        }
        WaveformRules.checkLeads(leads);
        return new FeedChunk(
                new FeedId(avro.getPatientId(), avro.getSourceId()),
                WaveformChunk.of(
                        avro.getFirstSampleIndex(),
                        Times.epochMicros("startTime", avro.getStartTime()),
                        WaveformRules.rate(avro.getSamplingRateHertz()),
                        leads,
                        avro.getSamples()));
    }

    /** Shares the samples with {@code value}. */
    public static org.rwave.schemas.avro.WaveformChunk toAvro(FeedChunk value) {
        WaveformChunk chunk = value.chunk();
        List<WaveformLead> leads = new ArrayList<>();
        for (Lead lead : chunk.leads()) {
            leads.add(new WaveformLead(lead.name(), lead.mdcCode(), lead.microvoltsPerUnit(), lead.baselineUnits()));
        }
        ByteBuffer samples = chunk.samples();
        Instant start = Times.instant(chunk.startEpochMicros());
        return new org.rwave.schemas.avro.WaveformChunk(
                value.feed().patientId(),
                value.feed().sourceId(),
                chunk.rate().hertz(),
                leads,
                chunk.firstSampleIndex(),
                start,
                samples);
    }
}
