package org.rwave.producer;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.SimulatedRecording;

/** A simulated patient. Nothing is stored: each replay simulates it anew. */
public final class SimulatedSource implements ReplaySource {
    private final Supplier<SimulatedRecording> patient;
    private final String name;

    /** The patient that {@code patient} gives, the same at every call. */
    public SimulatedSource(Supplier<SimulatedRecording> patient) {
        this.patient = patient;
        this.name = patient.get().name();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String origin() {
        return "simulated/" + name;
    }

    @Override
    public Recording open() {
        return patient.get();
    }

    @Override
    public Optional<Iterator<Annotation>> annotations(SamplingRate rate) {
        return Optional.of(patient.get().annotationStream());
    }
}
