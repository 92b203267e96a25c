package org.rwave.processor;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.rwave.ecg.alarm.CommandAnswer.Refusal;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.processor.alarmsettings.WardAlarmSettings;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.ReferenceSpan;

/**
 * Steps 2 to 8 of one task: unwraps records, hands them to their patient, and lets what the patient's monitor says go
 * out. Holds no medicine and no signal processing; those are in {@code ecg}. Any exception from here stops the task.
 */
final class MonitorProcessor implements Processor<byte[], byte[], byte[], byte[]>, CommitHooks.Hook {
    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(1);
    private static final Duration FARTHEST_AHEAD = Duration.ofMinutes(30);

    private final MonitorParts parts;
    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<String, byte[]> hookStore;
    private TaskClassifier classifier;
    private Outlet outlet;
    private Patients patients;
    private HeldCommands held;
    private FirstRecords first;
    private WardAlarmSettings followed;
    private long assignedAtMillis;
    private boolean everybodyAdmitted;
    private boolean marked;

    MonitorProcessor(MonitorParts parts) {
        this.parts = parts;
    }

    /** Called again on the same object when Kafka Streams revives a task: everything starts from the store. */
    @Override
    public void init(ProcessorContext<byte[], byte[]> taskContext) {
        context = taskContext;
        hookStore = context.getStateStore(MonitorTopology.COMMIT_HOOK_STORE);
        ProcessorSettings settings = parts.settings();
        classifier = parts.newClassifiers().get();
        BeatClassifier timed = new TimedClassifier(classifier.classifier(), parts.metrics());
        Monitors monitors = new Monitors(settings.monitor(), timed, parts.alarms());
        outlet = Outlet.of(context, parts.formats(), parts.metrics(), timed.modelHash());
        KeyValueStore<String, byte[]> store = context.getStateStore(MonitorTopology.PATIENT_STORE);
        held = new HeldCommands(store);
        SnapshotStore snapshots = new SnapshotStore(store, settings.guarantee() == Guarantee.AT_LEAST_ONCE);
        patients = new Patients(settings, monitors, parts.decoder(), snapshots, parts.metrics(), outlet);
        followed = parts.alarms().get();
        first = FirstRecords.NONE_YET;
        assignedAtMillis = context.currentSystemTimeMs();
        everybodyAdmitted = false;
        marked = false;
        parts.hooks().register(context.taskId(), this);
        context.schedule(WATCH_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::watch);
        if (CommitTimes.areStaggered(settings)) {
            CommitTimes.schedule(context, settings.commitInterval(), patients::writeEarly);
        }
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        InputRecord input = new InputRecord(context.recordMetadata().orElseThrow(), record);
        if (input.topic().equals(parts.topics().waveform().name())) {
            waveform(input);
        } else if (input.topic().equals(parts.topics().alertCommands().name())) {
            command(input);
        } else {
            reference(input);
        }
        attendHeldWhenSettled();
        markForCommit();
    }

    private void waveform(InputRecord input) {
        if (input.isEndOfFeed()) {
            first = first.sawWaveform(input.offset());
            long now = context.currentSystemTimeMs();
            patients.of(input.keyText(), first, now).feedEnds(input.offset(), now, outlet);
            return;
        }
        InputDecoder.Decoded<FeedChunk> decoded = parts.decoder().waveform(input);
        first = first.sawWaveform(input.offset());
        decoded.reject().ifPresent(reject -> outlet.reject(input, reject));
        Optional<Reject> ahead = decoded.value().flatMap(chunk -> aheadOfItsTime(chunk, input));
        ahead.ifPresent(reject -> outlet.reject(input, reject));
        decoded.value()
                .filter(chunk -> ahead.isEmpty())
                .ifPresent(
                        chunk -> patients.chunk(new WaveformInput(chunk, input), first, context.currentSystemTimeMs()));
    }

    /**
     * Facts bear the chunk's time, and brokers refuse records more than an hour ahead (message.timestamp.after.max.ms),
     * for ever: one device with a wrong clock would stop everybody's task.
     */
    private static Optional<Reject> aheadOfItsTime(FeedChunk chunk, InputRecord input) {
        long aheadMillis = chunk.recordTimestamp() - input.timestampMillis();
        return aheadMillis <= FARTHEST_AHEAD.toMillis()
                ? Optional.empty()
                : Optional.of(new Reject(
                        "future-time",
                        "the chunk ends " + aheadMillis / 1000 + " s after its record's timestamp, at most "
                                + FARTHEST_AHEAD.toSeconds() + " s are taken; set the source's clock"));
    }

    private void reference(InputRecord input) {
        InputDecoder.Decoded<ReferenceSpan> decoded = parts.decoder().reference(input);
        first = first.sawReference(input.offset());
        decoded.reject().ifPresent(reject -> outlet.reject(input, reject));
        decoded.value()
                .ifPresent(span -> patients.of(span.feed().patientId(), first, context.currentSystemTimeMs())
                        .annotations(span, input.offset(), outlet));
    }

    /** A command waits until it is clear which snapshot its patient goes on from; that is, normally not at all. */
    private void command(InputRecord input) {
        if (isSettled()) {
            attend(input);
        } else {
            held.hold(input);
        }
    }

    private boolean isSettled() {
        return everybodyAdmitted || first.waveformOffset() != FirstRecords.UNREAD;
    }

    private void attendHeldWhenSettled() {
        if (!held.isEmpty() && isSettled()) {
            held.release().forEach(this::attend);
        }
    }

    private void attend(InputRecord input) {
        InputDecoder.Decoded<InputDecoder.PatientCommand> decoded =
                parts.decoder().command(input);
        decoded.reject().ifPresent(reject -> outlet.reject(input, reject));
        decoded.value().ifPresent(order -> {
            Optional<Patient> patient = patients.known(order.patientId(), first, context.currentSystemTimeMs());
            Optional<Refusal> refusal = patient.isEmpty()
                    ? Optional.of(new Refusal("unknown-patient", "no such patient is being monitored"))
                    : patient.get().attend(order.command(), outlet).refusal();
            refusal.ifPresent(why -> outlet.reject(input, new Reject(why.reason(), why.cause())));
        });
    }

    /**
     * Patients of whom no record has come since the assignment are brought to life too, but not before it is clear
     * which of their snapshots to use: records that have to be read again come at once, so after a while there are none.
     */
    private void watch(long nowMillis) {
        boolean settled =
                nowMillis - assignedAtMillis >= parts.settings().noDataAfter().toMillis();
        if (!everybodyAdmitted && (settled || first.waveformOffset() != FirstRecords.UNREAD)) {
            patients.admitAll(first, nowMillis);
            everybodyAdmitted = true;
            attendHeldWhenSettled();
        }
        held.deleteCommitted();
        WardAlarmSettings now = parts.alarms().get();
        if (now != followed) {
            patients.followSettings();
            followed = now;
        }
        patients.watchSilence(nowMillis);
        markForCommit();
    }

    private void markForCommit() {
        if (!marked) {
            marked = true;
            CommitHookStore.mark(hookStore);
        }
    }

    @Override
    public void beforeCommit() {
        patients.beforeCommit();
        if (parts.settings().guarantee() == Guarantee.EXACTLY_ONCE_V2) {
            held.committed(); // with what is being written, as one; afterCommit does not come
        }
        marked = false;
    }

    @Override
    public void afterCommit() {
        patients.committed();
        held.committed();
    }

    @Override
    public void close() {
        parts.hooks().deregister(context.taskId(), this);
        patients.release();
        classifier.release().run();
    }
}
