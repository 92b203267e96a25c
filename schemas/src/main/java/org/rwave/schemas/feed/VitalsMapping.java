package org.rwave.schemas.feed;

import java.util.List;
import java.util.OptionalDouble;
import org.rwave.ecg.rhythm.Rhythm;
import org.rwave.ecg.rhythm.VitalSigns;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.schemas.avro.SignalStatus;
import org.rwave.schemas.avro.Vitals;

/** {@code Vitals} of Avro to {@link VitalSigns} and back. */
public final class VitalsMapping {
    private VitalsMapping() {}

    public static Vitals toAvro(FeedId feed, VitalSigns vitals) {
        List<SignalStatus> leadStatus = vitals.leadStatus().stream()
                .map(status -> Checks.constant("leadStatus", SignalStatus.class, status.name()))
                .toList();
        return new Vitals(
                feed.patientId(),
                feed.sourceId(),
                vitals.sampleIndex(),
                Times.instant(vitals.epochMicros()),
                vitals.heartRate().isPresent() ? vitals.heartRate().getAsDouble() : null,
                vitals.pvcPerMinute(),
                vitals.rhythm().name(),
                leadStatus,
                vitals.monitoring());
    }

    /**
     * A rhythm that this version does not know yet becomes UNKNOWN.
     *
     * @throws IllegalArgumentException naming the field that breaks its rule
     */
    public static VitalSigns fromAvro(Vitals avro) {
        Double heartRate = avro.getHeartRateBpm();
        if (heartRate != null && !(heartRate >= 0 && heartRate <= 10_000)) {
            throw new IllegalArgumentException("heartRateBpm must be in [0, 10000], was " + heartRate);
        }
        if (avro.getPvcPerMinute() < 0) {
            throw new IllegalArgumentException("pvcPerMinute must not be negative, was " + avro.getPvcPerMinute());
        }
        return new VitalSigns(
                Checks.sampleIndex("sampleIndex", avro.getSampleIndex()),
                Times.epochMicros("time", avro.getTime()),
                heartRate == null ? OptionalDouble.empty() : OptionalDouble.of(heartRate),
                avro.getPvcPerMinute(),
                rhythm(avro.getRhythm()),
                avro.getLeadStatus().stream()
                        .map(status -> Checks.constant("leadStatus", LeadStatus.class, status.name()))
                        .toList(),
                avro.getMonitoring());
    }

    /** Whose vital signs they are. */
    public static FeedId feedOf(Vitals avro) {
        return new FeedId(avro.getPatientId(), avro.getSourceId());
    }

    private static Rhythm rhythm(String name) {
        for (Rhythm rhythm : Rhythm.values()) {
            if (rhythm.name().equals(name)) {
                return rhythm;
            }
        }
        return Rhythm.UNKNOWN;
    }
}
