package org.rwave.ecg.simulate;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Plays a scenario in a patient: the events in order of time, the last one {@link HeartEvent.End}. Holds the events of
 * one turn of one step.
 */
final class HeartEvents implements Iterator<HeartEvent> {
    private static final long PURPOSE = 0x6865617274L;

    /** A recording that ends with a beat goes on this long, so that its T wave is in it. */
    private static final double LAST_BEAT_SECONDS = 0.6;

    private final Heart heart;
    private final Iterator<Step> steps;
    private final double limitSeconds;
    private Step.Player player = () -> false;
    private boolean ended;

    HeartEvents(Scenario scenario, PatientProfile profile, long seed) {
        this.heart = new Heart(profile, new AutonomicTone(profile, seed), Randomness.of(seed, PURPOSE));
        this.steps = scenario.steps().iterator();
        this.limitSeconds =
                scenario.limit().map(limit -> limit.toNanos() * 1e-9).orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public HeartEvent next() {
        if (ended) {
            throw new NoSuchElementException("the scenario is over");
        }
        while (heart.events().isEmpty()) {
            if (!player.playOn()) {
                if (!steps.hasNext()) {
                    return end(endSeconds());
                }
                player = steps.next().begin(heart);
            }
        }
        HeartEvent event = heart.events().remove();
        return event.seconds() < limitSeconds ? event : end(limitSeconds);
    }

    private double endSeconds() {
        double end = heart.cursorSeconds() > heart.lastBeatSeconds()
                ? heart.cursorSeconds()
                : heart.lastBeatSeconds() + LAST_BEAT_SECONDS;
        return Math.min(end, limitSeconds);
    }

    private HeartEvent end(double seconds) {
        ended = true;
        return new HeartEvent.End(seconds);
    }
}
