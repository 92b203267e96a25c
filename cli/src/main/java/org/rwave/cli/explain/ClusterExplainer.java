package org.rwave.cli.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rwave.cli.CommandFailed;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.schemas.feed.AlertId;
import org.rwave.schemas.feed.InputOffsets;

/** Explains an alarm from the topics. */
final class ClusterExplainer {
    private final ClusterLog log;
    private final MonitorSettings settings;
    private final BeatClassifier classifier;
    private final Optional<Duration> back;
    private final double stripSeconds;

    /** @param back how far before the onset to begin; empty for the whole feed */
    ClusterExplainer(
            ClusterLog log,
            MonitorSettings settings,
            BeatClassifier classifier,
            Optional<Duration> back,
            double stripSeconds) {
        this.log = log;
        this.settings = settings;
        this.classifier = classifier;
        this.back = back;
        this.stripSeconds = stripSeconds;
    }

    /**
     * The account of {@code id}.
     *
     * @throws CommandFailed when the topics no longer hold its start or its waveform
     */
    Explanation explain(AlertId id) {
        ClusterLog.Stated stated = log.alarm(id);
        AlarmEvent start = stated.events().get(0);
        if (start.phase() != AlarmPhase.START) {
            throw new CommandFailed("of alert " + id + " only " + start.phase()
                    + " is left on the topic: its start is older than the topic keeps");
        }
        InputOffsets input = stated.input()
                .orElseThrow(() -> new CommandFailed("alert " + id + " does not say where its waveform lies"));
        Recomputation again =
                new Recomputation(settings, classifier, first -> Window.around(start, first.rate(), stripSeconds));
        ClusterLog.Reach reach = log.replay(id.feed(), input, back, start, again);
        if (!again.hasBegun()) {
            throw new CommandFailed("the waveform of alert " + id + " is no longer on " + input.topic()
                    + ": it is older than the topic keeps");
        }
        Strip strip = again.strip();
        List<ClassifiedBeat> beats = log.beats(id.feed(), strip.window(), start, strip.rate());
        List<String> notes = notes(stated, start, reach, again, beats);
        return new Explanation(
                id,
                start,
                stated.events().subList(1, stated.events().size()),
                stated.modelHash(),
                stated.input(),
                strip,
                beats.isEmpty() ? again.beats() : beats,
                where(input, reach, again),
                Verdict.of(start, again.starts(), strip.rate(), notes));
    }

    private static String where(InputOffsets input, ClusterLog.Reach reach, Recomputation again) {
        String place = input.topic() + " partition " + input.partition() + ", offset " + reach.firstOffset()
                + ", sample " + again.firstSample();
        return place + (reach.isWhole() ? ": the feed's start" : ": as far back as was read, not the feed's start");
    }

    private List<String> notes(
            ClusterLog.Stated stated,
            AlarmEvent start,
            ClusterLog.Reach reach,
            Recomputation again,
            List<ClassifiedBeat> beats) {
        List<String> notes = new ArrayList<>();
        if (!reach.isWhole()) {
            notes.add("filters, rhythm and the patient's usual looks begin anew there"
                    + (back.isEmpty() ? "; what came before is older than the topic keeps" : " (--back)"));
        }
        if (start.kind() == AlarmKind.NO_DATA) {
            notes.add("no data is decided by the wall clock, which the log does not hold: it cannot come again");
        }
        if (!stated.modelHash().isEmpty() && !stated.modelHash().equals(classifier.modelHash())) {
            notes.add("the alarm was raised with model " + stated.modelHash() + ", recomputed with "
                    + classifier.modelHash() + "; pass its file with --model");
        }
        String fingerprint = settings.alarms().fingerprint();
        if (!stated.settingsFingerprint().isEmpty()
                && !stated.settingsFingerprint().equals(fingerprint)) {
            notes.add("the alarm was raised under alarm settings " + stated.settingsFingerprint()
                    + ", recomputed under " + fingerprint + "; pass their file with --alarm-settings");
        }
        if (beats.isEmpty()) {
            notes.add("no beat of the strip is on the topic of beats; those shown are recomputed");
        } else {
            long same = beats.stream().filter(again.beats()::contains).count();
            notes.add(same + " of the " + beats.size() + " published beats of the strip are the same again, to the last"
                    + " digit of each probability");
        }
        return notes;
    }
}
