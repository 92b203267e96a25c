package org.rwave.processor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.rwave.ecg.alarm.AlarmCommand;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AttendedAlarms;
import org.rwave.ecg.alarm.CommandAnswer;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;
import org.rwave.processor.Continuity.Arrival;
import org.rwave.processor.alarmsettings.PatientAlarmSettings;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.feed.ReferenceSpan;

/**
 * One patient in one task: the current source and its monitor, chunks that wait for annotations, and whether data
 * arrives at all. One thread at a time.
 */
final class Patient {
    private static final long[] NO_REFERENCE = {};

    private final byte[] key;
    private final Monitors monitors;
    private final Optional<ReferenceHold> hold;
    private final PatientAlarms alarms;
    private Optional<PatientStream> current = Optional.empty();
    private Optional<String> finishedSourceId = Optional.empty();
    private boolean isEndAnnounced;
    private NoDataAlarm noData = new NoDataAlarm();
    private long waveformOffset = InputPosition.NONE;
    private long referenceOffset = InputPosition.NONE;
    private long lastArrivalMillis; // of samples that were new, by the wall clock
    private long nowMillis;

    /**
     * @param hold where chunks wait for their annotations; empty when R peaks come from the detector
     * @param nowMillis wall clock
     */
    Patient(String id, Monitors monitors, Optional<ReferenceHold> hold, long nowMillis) {
        this.key = id.getBytes(StandardCharsets.UTF_8);
        this.monitors = monitors;
        this.alarms = new PatientAlarms(monitors.alarmsOf(id));
        this.hold = hold;
        this.lastArrivalMillis = nowMillis;
    }

    /** Everything that was read of this patient so far. */
    InputPosition position() {
        return new InputPosition(waveformOffset, referenceOffset);
    }

    /** How many times an alarm was stated to begin, change or end since this object was made. */
    long alarmsStated() {
        return alarms.stated();
    }

    /** A chunk has come. */
    void chunk(WaveformInput input, long nowMillis, Outlet outlet) {
        waveformOffset = input.record().offset();
        this.nowMillis = nowMillis;
        if (hold.isEmpty()) {
            process(input, outlet);
        } else {
            lastArrivalMillis = nowMillis;
            hold.get().offer(input);
            drain(hold.get(), outlet);
        }
    }

    /** The feed says that it has ended: what is still open is decided now, or once waiting chunks have been covered. */
    void feedEnds(long offset, long nowMillis, Outlet outlet) {
        waveformOffset = offset;
        this.nowMillis = nowMillis;
        isEndAnnounced = true;
        endIfAnnounced(outlet);
    }

    private void endIfAnnounced(Outlet outlet) {
        if (isEndAnnounced && hold.map(ReferenceHold::isEmpty).orElse(true)) {
            endCurrent("the feed has ended", outlet);
        }
    }

    /** Annotations have come. */
    void annotations(ReferenceSpan span, long offset, Outlet outlet) {
        referenceOffset = offset;
        hold.ifPresent(waiting -> {
            waiting.annotate(span);
            drain(waiting, outlet);
            endIfAnnounced(outlet);
        });
    }

    private void drain(ReferenceHold waiting, Outlet outlet) {
        boolean isDone = false;
        while (!isDone) {
            for (var next = waiting.nextCovered(); next.isPresent(); next = waiting.nextCovered()) {
                process(next.get(), outlet);
            }
            Optional<WaveformInput> late = waiting.nextOverdue();
            late.ifPresent(overdue -> rejectUnannotated(overdue, outlet));
            isDone = late.isEmpty();
        }
    }

    private static void rejectUnannotated(WaveformInput input, Outlet outlet) {
        FeedId feed = input.decoded().feed();
        WaveformChunk chunk = input.decoded().chunk();
        outlet.reject(
                input.record(),
                new Reject(
                        "no-annotations",
                        "reference annotations of source " + feed.sourceId() + " do not reach sample "
                                + chunk.endSampleIndex() + "; publish them, or process with --beats detector"));
    }

    private void process(WaveformInput input, Outlet outlet) {
        FeedId feed = input.decoded().feed();
        WaveformChunk chunk = input.decoded().chunk();
        if (finishedSourceId.isPresent() && finishedSourceId.get().equals(feed.sourceId())) {
            outlet.arrived(Arrival.STALE);
            return;
        }
        Optional<Reject> unfit = unfit(feed, chunk, outlet);
        if (unfit.isPresent()) {
            outlet.reject(input.record(), unfit.get());
            return;
        }
        PatientStream stream = current.orElseThrow();
        Arrival arrival = stream.judge(chunk);
        outlet.arrived(arrival);
        if (arrival.bringsNewSamples()) {
            take(stream, input, outlet);
        }
    }

    private void take(PatientStream stream, WaveformInput input, Outlet outlet) {
        long offset = input.record().offset();
        lastArrivalMillis = nowMillis;
        WaveformChunk fresh = stream.take(input.decoded().chunk(), offset);
        noData.end(fresh.firstSampleIndex(), fresh.startEpochMicros(), "data is back")
                .ifPresent(end -> outlet.alarm(key, stream, alarms, end, offset));
        long[] beats = hold.isEmpty() ? NO_REFERENCE : hold.get().takeBeatsIn(stream.feed(), fresh);
        outlet.facts(key, stream, alarms, stream.accept(fresh, beats), offset);
        outlet.done(fresh, stream, input.record());
    }

    /** Why {@code chunk} cannot be monitored; otherwise its stream is now the current one. A new source ends the old. */
    private Optional<Reject> unfit(FeedId feed, WaveformChunk chunk, Outlet outlet) {
        if (current.isPresent() && current.get().feed().equals(feed)) {
            return current.get().contradiction(chunk);
        }
        PatientStream begun;
        try {
            begun = PatientStream.begin(feed, chunk, monitors, alarms.settings());
        } catch (IllegalArgumentException e) { // a rate or leads that no monitor takes
            return Optional.of(new Reject("unsupported", e.getMessage()));
        }
        if (current.isPresent()) {
            endCurrent("a new source has begun", outlet);
        }
        current = Optional.of(begun);
        return Optional.empty();
    }

    private void endCurrent(String noDataMessage, Outlet outlet) {
        isEndAnnounced = false;
        if (current.isEmpty()) {
            return;
        }
        PatientStream stream = current.get();
        long offset = waveformOffset;
        outlet.facts(key, stream, alarms, stream.finish(), offset);
        noData.end(stream.lastSampleIndex(), stream.lastSampleEpochMicros(), noDataMessage)
                .ifPresent(end -> outlet.alarm(key, stream, alarms, end, offset));
        hold.ifPresent(waiting -> waiting.forget(stream.feed()));
        finishedSourceId = Optional.of(stream.feed().sourceId());
        current = Optional.empty();
    }

    /** How long nothing has come, by the wall clock. */
    Duration silence(long nowMillis) {
        return Duration.ofMillis(nowMillis - lastArrivalMillis);
    }

    /** Raises the alarm that nothing comes, unless it is raised; returns whether it did. */
    boolean raiseNoData(Duration silence, Outlet outlet) {
        boolean isOff = alarms.settings().settings().off().contains(AlarmKind.NO_DATA);
        if (noData.isRaised() || current.isEmpty() || isOff) {
            return false;
        }
        PatientStream stream = current.get();
        outlet.alarm(
                key,
                stream,
                alarms,
                noData.raise(
                        stream.lastSampleIndex(),
                        stream.lastSampleEpochMicros(),
                        silence,
                        alarms.settings().settings().priority(AlarmKind.NO_DATA)),
                waveformOffset);
        return true;
    }

    /** Carries out what a person wants done about this patient's alarms, and states what that changed. */
    CommandAnswer attend(AlarmCommand command, Outlet outlet) {
        CommandAnswer answer = alarms.attended()
                .apply(
                        command,
                        current.map(stream -> stream.feed().sourceId()).orElse(""),
                        current.map(PatientStream::lastSampleIndex).orElse(0L),
                        current.map(PatientStream::lastSampleEpochMicros).orElse(0L));
        outlet.attended(key, alarms.settings().fingerprint(), command, answer);
        return answer;
    }

    /** Takes over the alarm settings that are in force now; returns whether they have changed. */
    boolean followSettings(String id) {
        PatientAlarmSettings now = monitors.alarmsOf(id);
        boolean haveChanged = !now.fingerprint().equals(alarms.settings().fingerprint());
        if (haveChanged) {
            current.ifPresent(stream -> stream.changeAlarms(now));
        }
        alarms.changeSettings(now);
        return haveChanged;
    }

    /** The patient is no longer monitored: states what was still open and releases what was latched. */
    void discharge(Duration silence, Outlet outlet) {
        hold.ifPresent(waiting -> {
            for (var left = waiting.nextOfAll(); left.isPresent(); left = waiting.nextOfAll()) {
                rejectUnannotated(left.get(), outlet);
            }
        });
        String reason = "no longer monitored: no data for " + silence.toSeconds() + " s";
        endCurrent(reason, outlet);
        outlet.released(
                key, alarms.settings().fingerprint(), reason, alarms.attended().discharge(reason));
    }

    /** The whole state; {@link #resume} continues from it. */
    void writeTo(SnapshotWriter out) {
        out.putString(monitors.fingerprint()).putString(finishedSourceId.orElse(""));
        noData.writeTo(out);
        alarms.attended().save(out);
        out.putBoolean(isEndAnnounced).putBoolean(current.isPresent());
        current.ifPresent(stream -> stream.writeTo(out));
        hold.ifPresent(waiting -> waiting.writeTo(out));
    }

    /** Whether {@code state} was made with the same settings and the same model, so that {@link #resume} may go on. */
    static boolean isResumable(byte[] state, Monitors monitors) {
        return new SnapshotReader(state).getString().equals(monitors.fingerprint());
    }

    /** Becomes the patient of {@code snapshot}, which {@link #isResumable}. */
    void resume(String id, StoredSnapshot snapshot, InputDecoder decoder) {
        SnapshotReader in = new SnapshotReader(snapshot.state());
        in.getString();
        waveformOffset = snapshot.position().waveformOffset();
        referenceOffset = snapshot.position().referenceOffset();
        finishedSourceId = Optional.of(in.getString()).filter(sourceId -> !sourceId.isEmpty());
        noData = NoDataAlarm.readFrom(in);
        alarms.resume(AttendedAlarms.load(in));
        isEndAnnounced = in.getBoolean();
        current = in.getBoolean()
                ? Optional.of(PatientStream.readFrom(in, id, monitors, alarms.settings()))
                : Optional.empty();
        hold.ifPresent(waiting -> waiting.readFrom(in, decoder));
    }
}
