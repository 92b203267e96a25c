package org.rwave.ecg.qrs;

import java.util.ArrayDeque;
import java.util.Deque;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Successive candidates with nothing between them, at even intervals of 0.22 to 0.38 s (160 to 270 a minute), each of the form
 * and size of the one before: a fast tachycardia of one focus. By {@link Evidence} alone its beats would be passed over as
 * long as their form is new, since each is premature and lies in the unrest that the others make. T waves make no train:
 * between two of them lies a QRS complex. Nor do flutter waves of the atria, which are small beside the patient's complexes.
 *
 * <p>Remembers the last candidates' measures, not their signal, which is still in view for so short an interval.
 */
final class CandidateTrain {
    /** From here on a train is a tachycardia. */
    static final int BEATS = 3;

    private static final int SHORTEST_INTERVAL = 40;

    /** Samples; the signal of the candidate before must still be in view. */
    static final int LONGEST_INTERVAL = 68;

    private static final double UNEVENNESS = 0.1;
    private static final double LEAST_HEIGHT = 0.4;
    private static final double LEAST_LIKENESS = 0.9;
    private static final int HALF = 14;
    private static final int GREATEST_LAG = 3;

    /** By how much the positions of two candidates may be further apart than their peaks, or nearer. */
    private static final int PEAK_SLACK = 48;

    private final Leads leads;
    private final Deque<Candidate> cars = new ArrayDeque<>();
    /** Between the last two; 0 with fewer. */
    private double interval;

    CandidateTrain(Leads leads) {
        this.leads = leads;
    }

    /** Takes the next candidate, which {@code leads} was polled about last; returns whether it is one of at least three. */
    boolean add(Candidate candidate) {
        Candidate last = cars.peekLast();
        double elapsed = last == null ? 0 : candidate.position - last.position;
        if (last == null || !isLike(candidate, last, elapsed)) {
            cars.clear();
            interval = 0;
        } else if (interval > 0 && Math.abs(elapsed - interval) > UNEVENNESS * interval) {
            cars.clear();
            cars.add(last);
            interval = elapsed;
        } else {
            interval = elapsed;
        }
        cars.add(candidate);
        if (cars.size() > BEATS) {
            cars.remove();
        }
        return cars.size() == BEATS;
    }

    private boolean isLike(Candidate candidate, Candidate last, double elapsed) {
        return elapsed >= SHORTEST_INTERVAL
                && elapsed <= LONGEST_INTERVAL
                && Math.min(candidate.height, last.height) >= LEAST_HEIGHT
                && likeness(candidate.position, last.position) >= LEAST_LIKENESS;
    }

    /** Lin's concordance (Biometrics 1989) without its term for the means, leads by their votes, at the best small shift. */
    private double likeness(double position, double other) {
        double best = -1;
        for (int lag = -GREATEST_LAG; lag <= GREATEST_LAG; lag++) {
            best = Math.max(best, likeness(Math.round(position), Math.round(other) + lag));
        }
        return best;
    }

    private double likeness(long at, long other) {
        double likeness = 0;
        for (int lead = 0; lead < leads.tracks.length; lead++) {
            if (leads.vote(lead) > 0) {
                likeness += leads.vote(lead) * likeness(leads.tracks[lead], at, other);
            }
        }
        return likeness;
    }

    private static double likeness(LeadTrack track, long at, long other) {
        double sum = 0;
        double otherSum = 0;
        double products = 0;
        double squares = 0;
        for (int k = -HALF; k <= HALF; k++) {
            double value = track.signal(at + k);
            double otherValue = track.signal(other + k);
            sum += value;
            otherSum += otherValue;
            products += value * otherValue;
            squares += value * value + otherValue * otherValue;
        }
        int length = 2 * HALF + 1;
        double deviations = squares - (sum * sum + otherSum * otherSum) / length;
        return deviations > 0 ? 2 * (products - sum * otherSum / length) / deviations : 0;
    }

    /** Whether {@code candidate} is one of at least two alike. */
    boolean contains(Candidate candidate) {
        return cars.size() > 1 && cars.stream().anyMatch(car -> car.peak == candidate.peak);
    }

    /** Its candidates, oldest first. */
    Iterable<Candidate> candidates() {
        return cars;
    }

    /** The first sample that the next candidate, at {@code peak} or later, may have to be compared with. */
    long signalNeededFrom(long peak) {
        Candidate last = cars.peekLast();
        boolean isInReach = last != null && peak - last.peak <= LONGEST_INTERVAL + PEAK_SLACK;
        return isInReach ? (long) last.position - HALF - GREATEST_LAG - 1 : Long.MAX_VALUE;
    }

    void reset() {
        cars.clear();
        interval = 0;
    }

    void save(SnapshotWriter out) {
        out.putDouble(interval).putByte(cars.size());
        cars.forEach(candidate -> candidate.save(out));
    }

    void load(SnapshotReader in, int leadCount) {
        reset();
        interval = in.getDouble();
        for (int left = in.getByte(); left > 0; left--) {
            cars.add(Candidate.load(in, leadCount));
        }
    }
}
