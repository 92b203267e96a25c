package org.rwave.producer;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.signal.SamplingRate;

/** Something that can be replayed, once or many times. */
public interface ReplaySource {
    /** What it is called: the patient's id unless there are clones. */
    String name();

    /** Where it comes from, for instance {@code mitdb/100}: part of the source id. */
    String origin();

    /** Opens it at its first sample. */
    Recording open() throws IOException;

    /** Its reference annotations in order of time, from the first; empty where nobody annotated it. */
    Optional<Iterator<Annotation>> annotations(SamplingRate rate) throws IOException;
}
