package org.rwave.processor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.rwave.ecg.alarm.AlarmCategory;
import org.rwave.ecg.alarm.AlarmCommand;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.CommandAnswer;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.Facts;
import org.rwave.ecg.rhythm.VitalSigns;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.processor.Continuity.Arrival;
import org.rwave.schemas.feed.AlertCircumstances;
import org.rwave.schemas.feed.AlertMapping;
import org.rwave.schemas.feed.BeatMapping;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.feed.InputOffsets;
import org.rwave.schemas.feed.VitalsMapping;

/**
 * Step 8, last half: what leaves a task. Facts become bytes here and go to the sinks; whatever goes out, or is dropped,
 * is counted here.
 */
final class Outlet {
    /** The {@code commandId} of what discharge caused, so that these records differ from those of rules. */
    static final String DISCHARGE = "discharge";

    private final Way way;
    private final FactFormats formats;
    private final ProcessorMetrics metrics;
    private final String modelHash;
    private final int partition;

    /** Where records go. */
    private interface Way {
        void forward(Record<byte[], byte[]> record, String sink);
    }

    private Outlet(Way way, FactFormats formats, ProcessorMetrics metrics, String modelHash, int partition) {
        this.way = way;
        this.formats = formats;
        this.metrics = metrics;
        this.modelHash = modelHash;
        this.partition = partition;
    }

    /** What leaves the task of {@code context}. */
    static Outlet of(
            ProcessorContext<byte[], byte[]> context, FactFormats formats, ProcessorMetrics metrics, String modelHash) {
        TaskId task = context.taskId();
        return new Outlet(context::forward, formats, metrics, modelHash, task.partition());
    }

    /** Like this one, but alarms alone leave and nothing is counted: for records whose facts have been stated. */
    Outlet alarmsOnly() {
        Way alarmsAlone = (record, sink) -> {
            if (sink.equals(MonitorTopology.ALERTS)) {
                way.forward(record, sink);
            }
        };
        return new Outlet(alarmsAlone, formats, ProcessorMetrics.uncounted(), modelHash, partition);
    }

    /** Publishes what the monitor of {@code stream} said up to the record at {@code offset}. */
    void facts(byte[] key, PatientStream stream, PatientAlarms alarms, Facts facts, long offset) {
        if (facts.isEmpty()) {
            return;
        }
        for (ClassifiedBeat beat : facts.beats()) {
            byte[] value = formats.beat(BeatMapping.toAvro(stream.feed(), beat));
            forward(key, value, beat.epochMicros(), MonitorTopology.BEATS);
            metrics.beat(beat.beatClass());
        }
        for (VitalSigns vitals : facts.vitals()) {
            byte[] value = formats.vitals(VitalsMapping.toAvro(stream.feed(), vitals));
            forward(key, value, vitals.epochMicros(), MonitorTopology.VITALS);
            metrics.vitals();
        }
        for (AlarmEvent alarm : facts.alarms()) {
            alarm(key, stream, alarms, alarm, offset);
        }
    }

    /** Publishes one alarm, decided when the record at {@code offset} had been read. */
    void alarm(byte[] key, PatientStream stream, PatientAlarms alarms, AlarmEvent alarm, long offset) {
        List<Long> evidence = alarm.evidenceSampleIndexes();
        long first =
                evidence.isEmpty() ? alarm.onsetSampleIndex() : Math.min(evidence.get(0), alarm.onsetSampleIndex());
        long firstOffset = Math.min(stream.offsetAt(first), offset);
        InputOffsets input = new InputOffsets(formats.waveformTopic(), partition, firstOffset, offset);
        boolean classesInvolved = alarm.kind().category() == AlarmCategory.PHYSIOLOGICAL;
        byte[] value = formats.alert(AlertMapping.toAvro(
                stream.feed(),
                alarm,
                Optional.of(input),
                classesInvolved ? modelHash : "",
                alarms.see(stream.feed(), alarm)));
        forward(key, value, alarm.atEpochMicros(), MonitorTopology.ALERTS);
        metrics.alert(alarm);
    }

    /** Publishes the alarms that {@code command} changed, and counts it. */
    void attended(byte[] key, String settingsFingerprint, AlarmCommand command, CommandAnswer answer) {
        state(key, settingsFingerprint, command.commandId(), command.reason(), answer.stated());
        metrics.command(command, answer);
    }

    /** Publishes that the patient's discharge has released latched alarms: as if by a command, but nobody acknowledges. */
    void released(byte[] key, String settingsFingerprint, String reason, List<CommandAnswer.Stated> released) {
        state(key, settingsFingerprint, DISCHARGE, reason, released);
    }

    private void state(
            byte[] key, String settingsFingerprint, String commandId, String reason, List<CommandAnswer.Stated> all) {
        String patientId = new String(key, StandardCharsets.UTF_8);
        for (CommandAnswer.Stated stated : all) {
            byte[] value = formats.alert(AlertMapping.toAvro(
                    new FeedId(patientId, stated.alarm().sourceId()),
                    stated.event(),
                    Optional.empty(),
                    "",
                    new AlertCircumstances(settingsFingerprint, stated.attention(), commandId, reason)));
            forward(key, value, stated.event().atEpochMicros(), MonitorTopology.ALERTS);
        }
    }

    /** Sends {@code record} to the rejects topic. */
    void reject(InputRecord record, Reject reject) {
        way.forward(record.rejectedFor(reject), MonitorTopology.REJECTS);
        metrics.reject(reject.reason());
    }

    /** Counts how a chunk arrived. */
    void arrived(Arrival arrival) {
        metrics.arrived(arrival);
    }

    /** Counts {@code chunk}, whose facts, if any, are on their way: the end of the pipeline. */
    void done(WaveformChunk chunk, PatientStream stream, InputRecord record) {
        metrics.done(chunk, stream.delays(), record.timestampMillis());
    }

    private void forward(byte[] key, byte[] value, long epochMicros, String sink) {
        way.forward(new Record<>(key, value, Math.max(0, Math.floorDiv(epochMicros, 1000L))), sink);
    }
}
