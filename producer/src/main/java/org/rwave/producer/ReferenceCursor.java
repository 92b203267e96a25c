package org.rwave.producer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.signal.SamplingRate;

/** Walks a source's reference annotations beside its chunks, pass after pass. */
final class ReferenceCursor {
    private final ReplaySource source;
    private final SamplingRate rate;
    private Iterator<Annotation> rest = Collections.emptyIterator();
    private Optional<Annotation> next = Optional.empty();

    /** A cursor, unless nobody annotated the source. */
    static Optional<ReferenceCursor> of(ReplaySource source, SamplingRate rate) throws IOException {
        return source.annotations(rate).map(annotations -> new ReferenceCursor(source, rate));
    }

    private ReferenceCursor(ReplaySource source, SamplingRate rate) {
        this.source = source;
        this.rate = rate;
    }

    /** Goes to the first annotation at or after {@code recordingSample}. */
    void seek(long recordingSample) throws IOException {
        rest = source.annotations(rate).orElse(Collections.emptyIterator());
        step();
        while (next.isPresent() && next.get().sampleIndex() < recordingSample) {
            step();
        }
    }

    /** The annotations before {@code recordingSample} that have not been taken yet, moved by {@code shift} samples. */
    List<Annotation> until(long recordingSample, long shift) {
        List<Annotation> taken = List.of();
        while (next.isPresent() && next.get().sampleIndex() < recordingSample) {
            if (taken.isEmpty()) {
                taken = new ArrayList<>(4);
            }
            taken.add(moved(next.get(), shift));
            step();
        }
        return taken;
    }

    private void step() {
        next = rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
    }

    private static Annotation moved(Annotation annotation, long shift) {
        return new Annotation(
                annotation.sampleIndex() + shift,
                annotation.code(),
                annotation.subtype(),
                annotation.channel(),
                annotation.number(),
                annotation.aux());
    }
}
