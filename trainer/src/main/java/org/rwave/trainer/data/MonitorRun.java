package org.rwave.trainer.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.BeatSource;
import org.rwave.ecg.monitor.Facts;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.monitor.PatientMonitor;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.RecordingChunks;
import org.rwave.ecg.signal.WaveformChunk;

/** Plays a recording from its start to a patient monitor and hands on what that says. */
public final class MonitorRun {
    private static final int CHUNK_SAMPLES = 1000;

    private final BeatClassifier classifier;
    private final Optional<long[]> positions;
    private final boolean provisional;

    private MonitorRun(BeatClassifier classifier, Optional<long[]> positions, boolean provisional) {
        this.classifier = classifier;
        this.positions = positions;
        this.provisional = provisional;
    }

    /** R peaks from the monitor's own detector. */
    public static MonitorRun withOwnDetector(BeatClassifier classifier) {
        return new MonitorRun(classifier, Optional.empty(), false);
    }

    /** R peaks at {@code positions}, ascending sample indices. */
    public static MonitorRun at(long[] positions, BeatClassifier classifier) {
        return new MonitorRun(classifier, Optional.of(positions.clone()), false);
    }

    /** The same run that also hands on each beat as first stated, revision 0, before its successor is known. */
    public MonitorRun withProvisionalBeats() {
        return new MonitorRun(classifier, positions, true);
    }

    /** Plays {@code recording}, which stands at its start, and hands on its beats. */
    public void play(Recording recording, Consumer<ClassifiedBeat> into) throws IOException {
        playFacts(recording, facts -> facts.beats().forEach(into));
    }

    /** Plays {@code recording}, which stands at its start, and hands on all that the monitor states. */
    public void playFacts(Recording recording, Consumer<Facts> into) throws IOException {
        RecordingChunks chunks = new RecordingChunks(recording, CHUNK_SAMPLES, 0);
        BeatSource source = positions.isPresent() ? BeatSource.REFERENCE : BeatSource.DETECTOR;
        MonitorSettings settings = new MonitorSettings(
                source, provisional, MonitorSettings.defaults().alarms());
        PatientMonitor monitor = null;
        for (Optional<WaveformChunk> next = chunks.next(); next.isPresent(); next = chunks.next()) {
            WaveformChunk chunk = next.get();
            if (monitor == null) {
                monitor = new PatientMonitor(settings, classifier, chunk);
            }
            into.accept(monitor.accept(chunk, within(chunk)));
        }
        if (monitor != null) {
            into.accept(monitor.finish());
        }
    }

    private long[] within(WaveformChunk chunk) {
        if (positions.isEmpty()) {
            return new long[0];
        }
        long[] all = positions.get();
        int from = insertionPoint(all, chunk.firstSampleIndex());
        int to = insertionPoint(all, chunk.endSampleIndex());
        return Arrays.copyOfRange(all, from, to);
    }

    private static int insertionPoint(long[] sorted, long key) {
        int found = Arrays.binarySearch(sorted, key);
        return found >= 0 ? found : -found - 1;
    }
}
