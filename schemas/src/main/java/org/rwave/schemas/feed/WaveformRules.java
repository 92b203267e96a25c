package org.rwave.schemas.feed;

import java.util.List;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;

/** Rules for the fields of {@code WaveformChunk} that {@code ecg} does not state, worded with the names of the schema. */
public final class WaveformRules {
    private static final int MAX_NAME_LENGTH = 200;
    private static final double MAX_HERTZ = 100_000;

    private WaveformRules() {}

    /** The sampling rate, if it is one. */
    public static SamplingRate rate(double hertz) {
        if (!(hertz > 0 && hertz <= MAX_HERTZ)) {
            throw new IllegalArgumentException("samplingRateHertz must be in (0, 100000], was " + hertz);
        }
        return new SamplingRate(hertz);
    }

    /** Refuses a list of leads that no chunk may have. */
    public static void checkLeads(List<Lead> leads) {
        if (leads.isEmpty() || leads.size() > FeedChunk.MAX_LEADS) {
            throw new IllegalArgumentException("leads must be 1 to " + FeedChunk.MAX_LEADS + ", were " + leads.size());
        }
        for (Lead lead : leads) {
            if (lead.name().length() > MAX_NAME_LENGTH || lead.mdcCode().length() > MAX_NAME_LENGTH) {
                throw new IllegalArgumentException(
                        "leads.name and leads.mdcCode must have at most " + MAX_NAME_LENGTH + " characters");
            }
        }
    }
}
