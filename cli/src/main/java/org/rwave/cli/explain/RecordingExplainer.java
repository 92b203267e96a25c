package org.rwave.cli.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rwave.cli.CommandFailed;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.RecordingChunks;
import org.rwave.ecg.recording.RecordingException;
import org.rwave.ecg.recording.Recordings;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.schemas.feed.AlertId;
import org.rwave.schemas.feed.FeedId;

/** Explains an alarm that the monitor raises over a recording, without a cluster. */
final class RecordingExplainer {
    private final Path path;
    private final MonitorSettings settings;
    private final BeatClassifier classifier;

    RecordingExplainer(Path path, MonitorSettings settings, BeatClassifier classifier) {
        this.path = path;
        this.settings = settings;
        this.classifier = classifier;
    }

    /** Every alarm of the recording, in the order of decision. */
    List<AlarmEvent> alarms() throws IOException {
        return play(first -> new Window(0, 1), false).starts();
    }

    /** The account of {@code event}, one of {@link #alarms}. */
    Explanation explain(AlarmEvent event, double stripSeconds) throws IOException {
        Recomputation again = play(first -> Window.around(event, first.rate(), stripSeconds), true);
        String name = path.getFileName().toString();
        return new Explanation(
                new AlertId(new FeedId(name, name), event.kind(), event.onsetSampleIndex()),
                event,
                List.of(),
                classifier.modelHash(),
                Optional.empty(),
                again.strip(),
                again.beats(),
                "recording " + name + ", from its start",
                Verdict.of(event, again.starts(), again.strip().rate(), List.of()));
    }

    private Recomputation play(Recomputation.WindowChoice window, boolean endsWithWindow) throws IOException {
        Recomputation recomputation = new Recomputation(settings, classifier, window);
        try (Recording recording = Recordings.openEcg(path)) {
            int second = Math.max(1, (int) Math.round(recording.rate().hertz()));
            RecordingChunks chunks = new RecordingChunks(recording, second, 0);
            Optional<WaveformChunk> chunk = chunks.next();
            if (chunk.isEmpty()) {
                throw new RecordingException("record " + recording.name() + " has no samples");
            }
            for (; chunk.isPresent() && !(endsWithWindow && recomputation.isDone()); chunk = chunks.next()) {
                recomputation.accept(chunk.get());
            }
        }
        recomputation.finish();
        return recomputation;
    }

    /** The alarm number {@code number} (from 1) of {@code alarms}. */
    static AlarmEvent numbered(List<AlarmEvent> alarms, int number) {
        if (number < 1 || number > alarms.size()) {
            throw new CommandFailed(
                    "there is no alarm " + number + ": the recording raises " + alarms.size() + "; --list shows them");
        }
        return alarms.get(number - 1);
    }
}
