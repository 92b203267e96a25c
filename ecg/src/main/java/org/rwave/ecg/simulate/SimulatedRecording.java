package org.rwave.ecg.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;

/**
 * A simulated patient as a recording: leads MLII and V1, 200 units per millivolt, 12 bits. Constant memory whatever its
 * length. The heart is the same at every sampling rate.
 */
public final class SimulatedRecording implements Recording {
    private static final List<Lead> LEADS = List.of(lead("MLII", "MDC_ECG_LEAD_II"), lead("V1", "MDC_ECG_LEAD_V1"));
    private static final double LOWEST_HERTZ = 100;
    private static final double HIGHEST_HERTZ = 1000;
    private static final int SKIP_SAMPLES = 4096;

    private final String name;
    private final Scenario scenario;
    private final PatientProfile profile;
    private final SamplingRate rate;
    private final long seed;
    private Synthesizer synthesizer;
    private OptionalLong length = OptionalLong.empty();

    /**
     * Plays {@code scenario} in the patient {@code profile}.
     *
     * @param rate 100 to 1000 samples a second
     * @param seed decides every random choice; the same seed gives the same samples
     */
    public SimulatedRecording(String name, Scenario scenario, PatientProfile profile, SamplingRate rate, long seed) {
        if (!(rate.hertz() >= LOWEST_HERTZ && rate.hertz() <= HIGHEST_HERTZ)) {
            throw new IllegalArgumentException("simulated patients come at 100 to 1000 Hz, not " + rate.hertz());
        }
        this.name = name;
        this.scenario = scenario;
        this.profile = profile;
        this.rate = rate;
        this.seed = seed;
        this.synthesizer = fromTheBeginning();
    }

    private static Lead lead(String name, String mdcCode) {
        return new Lead(name, mdcCode, 1000 / Synthesizer.UNITS_PER_MILLIVOLT, 0);
    }

    private Synthesizer fromTheBeginning() {
        return new Synthesizer(new HeartEvents(scenario, profile, seed), profile, rate, seed);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SamplingRate rate() {
        return rate;
    }

    @Override
    public List<Lead> leads() {
        return LEADS;
    }

    /** Never empty: the scenario is played once through, without drawing it, when first asked. */
    @Override
    public OptionalLong length() {
        if (length.isEmpty()) {
            GroundTruth truth = new GroundTruth(new HeartEvents(scenario, profile, seed), rate);
            truth.forEachRemaining(annotation -> {});
            length = OptionalLong.of(truth.length());
        }
        return length;
    }

    @Override
    public Optional<Instant> start() {
        return Optional.empty();
    }

    @Override
    public int read(int[] raw, int maxSamples) {
        return synthesizer.read(raw, maxSamples);
    }

    /** Forward by playing on, backward by starting again: some five million samples a second. */
    @Override
    public void seek(long sampleIndex) {
        if (sampleIndex < 0) {
            throw new IllegalArgumentException("sampleIndex must not be negative, was " + sampleIndex);
        }
        if (sampleIndex < synthesizer.position()) {
            synthesizer = fromTheBeginning();
        }
        int[] skipped = new int[SKIP_SAMPLES * Synthesizer.LEADS];
        int read = 1;
        while (synthesizer.position() < sampleIndex && read > 0) {
            read = synthesizer.read(skipped, (int) Math.min(SKIP_SAMPLES, sampleIndex - synthesizer.position()));
        }
    }

    /** The ground truth in order of time, as a stream that holds about a second of it. */
    public Iterator<Annotation> annotationStream() {
        return new GroundTruth(new HeartEvents(scenario, profile, seed), rate);
    }

    /** The whole ground truth in order of time. */
    public List<Annotation> annotations() {
        List<Annotation> annotations = new ArrayList<>();
        annotationStream().forEachRemaining(annotations::add);
        return List.copyOf(annotations);
    }

    @Override
    public void close() {}
}
