package org.rwave.ecg.alarm;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.TimeAnchor;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Gives every alarm its life. Guarantees, whatever the rules claim:
 *
 * <ul>
 *   <li>one START, then any number of UPDATEs, then one END; at most one active alarm of a kind;
 *   <li>no two alarms of a kind have the same onset, so (kind, onset) identifies an alarm;
 *   <li>nothing starts while something worse of its chain is active, and what starts ends the lesser of its chain ({@link
 *       AlarmChain}); only a condition that lasts is not ended by what is over in a moment: bigeminy, trigeminy and
 *       idioventricular rhythm stay active under a run, couplet or R on T until their own rule ends them;
 *   <li>a physiological alarm below HIGH keeps silent for its refractory time after its end.
 * </ul>
 *
 * A condition that lasts ends when its rule says so. What happens and is over stays active for the hold time and takes
 * repeats as updates. Nothing latches here: END says that the condition has ended, and whoever shows a HIGH alarm decides
 * whether it stays on screen until acknowledged.
 */
final class AlarmLifecycle {
    /** What happens and is over, against conditions that last. */
    private static final Set<AlarmKind> MOMENTARY = EnumSet.of(
            AlarmKind.NON_SUSTAINED_VENTRICULAR_TACHYCARDIA,
            AlarmKind.VENTRICULAR_RUN,
            AlarmKind.VENTRICULAR_COUPLET,
            AlarmKind.R_ON_T,
            AlarmKind.PAUSE,
            AlarmKind.MISSED_BEAT);

    /** Conditions whose end must last before it counts. */
    private static final Set<AlarmKind> RATES =
            EnumSet.of(AlarmKind.EXTREME_TACHYCARDIA, AlarmKind.EXTREME_BRADYCARDIA);

    private static final AlarmKind[] KINDS = AlarmKind.values();

    private final AlarmSettings settings;
    private final SamplingRate rate;
    private final Map<AlarmKind, String> ruleVersions;
    private final AlarmLife[] lives = new AlarmLife[KINDS.length];

    /** How many of them are active. */
    private int active;

    /** Collects the events of one call of the engine. */
    private List<AlarmEvent> events = new ArrayList<>();

    private TimeAnchor anchor;
    private long now;

    AlarmLifecycle(AlarmSettings settings, SamplingRate rate, Map<AlarmKind, String> ruleVersions) {
        this.settings = settings;
        this.rate = rate;
        this.ruleVersions = ruleVersions;
        this.anchor = new TimeAnchor(0, 0, rate);
        for (int i = 0; i < lives.length; i++) {
            lives[i] = new AlarmLife();
        }
    }

    /** Begins a call of the engine at {@code sampleIndex}; time never goes back. */
    void begin(long sampleIndex, TimeAnchor timeAnchor) {
        now = Math.max(now, sampleIndex);
        anchor = timeAnchor;
    }

    /** Ends the call: what happened in it, in the order of decision. */
    List<AlarmEvent> events() {
        if (events.isEmpty()) {
            return List.of();
        }
        List<AlarmEvent> done = List.copyOf(events);
        events = new ArrayList<>();
        return done;
    }

    /** The sample at which things are being decided. */
    long now() {
        return now;
    }

    boolean isActive(AlarmKind kind) {
        return lives[kind.ordinal()].isActive;
    }

    /** Where the alarm of {@code kind} that was raised last began. */
    long onset(AlarmKind kind) {
        return lives[kind.ordinal()].onset;
    }

    /** Applies what the rule of {@code kind} claims. */
    void apply(AlarmKind kind, Claim claim) {
        switch (claim.type()) {
            case NOTHING -> lives[kind.ordinal()].isEnding = false;
            case RAISE -> {
                lives[kind.ordinal()].isEnding = false;
                raise(kind, claim);
            }
            case END -> endWhenSettled(kind, claim.message());
        }
    }

    private void endWhenSettled(AlarmKind kind, String reason) {
        AlarmLife life = lives[kind.ordinal()];
        if (!life.isActive) {
            return;
        }
        if (!life.isEnding) {
            life.isEnding = true;
            life.endingSince = now;
        }
        long settleMicros = RATES.contains(kind) ? settings.micros(AlarmThreshold.RATE_END_SECONDS) : 0;
        if (rate.microsAt(now - life.endingSince) >= settleMicros) {
            end(kind, reason);
        }
    }

    private void raise(AlarmKind kind, Claim claim) {
        AlarmLife life = lives[kind.ordinal()];
        boolean isNew = !life.everRaised || claim.onsetSampleIndex() > life.lastFinding;
        if (!isNew) {
            return;
        }
        if (life.isActive) {
            life.update(claim.onsetSampleIndex(), now);
            state(kind, AlarmPhase.UPDATE, kind.title() + ": " + claim.message(), claim);
        } else if (mayStart(kind, life)) {
            supersede(kind);
            life.raise(claim.onsetSampleIndex(), now);
            active++;
            state(kind, AlarmPhase.START, kind.title() + ": " + claim.message(), claim);
        }
    }

    private boolean mayStart(AlarmKind kind, AlarmLife life) {
        if (settings.off().contains(kind)) {
            return false;
        }
        for (AlarmKind other : KINDS) {
            if (isActive(other) && AlarmChain.outranks(other, kind)) {
                return false;
            }
        }
        return !life.everRaised || rate.microsAt(now - life.lastChange) >= refractoryMicros(kind);
    }

    private long refractoryMicros(AlarmKind kind) {
        if (kind.category() == AlarmCategory.TECHNICAL) {
            return 0;
        }
        return switch (settings.priority(kind)) {
            case HIGH -> 0;
            case MEDIUM -> settings.micros(AlarmThreshold.MEDIUM_REFRACTORY_SECONDS);
            case LOW -> settings.micros(AlarmThreshold.LOW_REFRACTORY_SECONDS);
        };
    }

    private void supersede(AlarmKind worse) {
        for (AlarmKind lesser : AlarmChain.lesserThan(worse)) {
            if (MOMENTARY.contains(lesser) || !MOMENTARY.contains(worse)) {
                end(lesser, "superseded by " + worse.title());
            }
        }
    }

    /** Ends the alarm of {@code kind} if there is one. */
    void end(AlarmKind kind, String reason) {
        AlarmLife life = lives[kind.ordinal()];
        if (life.isActive) {
            life.end(now);
            active--;
            String lasted = Claim.seconds(rate.microsAt(now - life.onset));
            state(kind, AlarmPhase.END, kind.title() + " ended after " + lasted + ": " + reason, Claim.NOTHING);
        }
    }

    /** Ends every active alarm of {@code category}. */
    void endAll(AlarmCategory category, String reason) {
        for (AlarmKind kind : KINDS) {
            if (kind.category() == category) {
                end(kind, reason);
            }
        }
    }

    /** Ends what has happened, was held active and has not been repeated. */
    void endHeld() {
        if (active == 0) {
            return;
        }
        long holdMicros = settings.micros(AlarmThreshold.MOMENTARY_HOLD_SECONDS);
        for (AlarmKind kind : MOMENTARY) {
            AlarmLife life = lives[kind.ordinal()];
            if (life.isActive && rate.microsAt(now - life.lastChange) >= holdMicros) {
                end(kind, "not repeated for " + Claim.seconds(holdMicros));
            }
        }
    }

    /** Ends what the settings no longer want. */
    void endSwitchedOff() {
        if (active == 0) {
            return;
        }
        for (AlarmKind kind : settings.off()) {
            end(kind, "switched off in the alarm settings");
        }
    }

    private void state(AlarmKind kind, AlarmPhase phase, String message, Claim claim) {
        long onset = lives[kind.ordinal()].onset;
        events.add(new AlarmEvent(
                kind,
                settings.priority(kind),
                phase,
                onset,
                anchor.epochMicrosAt(onset),
                now,
                anchor.epochMicrosAt(now),
                message,
                claim.evidence(),
                ruleVersions.get(kind),
                claim.criteria()));
    }

    void save(SnapshotWriter out) {
        out.putLong(now);
        out.putByte(lives.length);
        for (AlarmLife life : lives) {
            life.save(out, now);
        }
    }

    void load(SnapshotReader in) {
        now = in.getLong();
        int kinds = in.getByte();
        if (kinds != lives.length) {
            throw new IllegalArgumentException("snapshot knows " + kinds + " alarm kinds, expected " + lives.length);
        }
        active = 0;
        for (AlarmLife life : lives) {
            life.load(in, now);
            active += life.isActive ? 1 : 0;
        }
    }
}
