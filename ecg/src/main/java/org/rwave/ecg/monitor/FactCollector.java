package org.rwave.ecg.monitor;

import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.beat.ClassifiedBeat;

/** Gathers what the signal path states. */
final class FactCollector {
    private final List<ClassifiedBeat> beats = new ArrayList<>();

    List<ClassifiedBeat> beats() {
        return beats;
    }

    /** Everything gathered since the last call. */
    Facts take() {
        if (beats.isEmpty()) {
            return Facts.NONE;
        }
        Facts facts = new Facts(beats, List.of(), List.of());
        beats.clear();
        return facts;
    }
}
