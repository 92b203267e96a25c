package org.rwave.ecg.recording;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;

/**
 * What a WFDB record to be written says in its header.
 *
 * @param rate samples per second of every lead
 * @param leads the leads, whose units the values have; WFDB's baseline is a whole number, theirs is rounded to it
 * @param format WFDB storage format: 212 (12 bits) or 16 as a rule; 8, 24, 32, 61, 80, 160, 310 and 311 also work
 * @param start instant of sample 0, written as UTC to the millisecond
 * @param comments lines of text below the signals
 */
public record RecordDescription(
        SamplingRate rate, List<Lead> leads, int format, Optional<Instant> start, List<String> comments) {
    public RecordDescription {
        leads = List.copyOf(leads);
        comments = List.copyOf(comments);
        if (leads.isEmpty()) {
            throw new IllegalArgumentException("a record needs at least one lead, had none");
        }
        StorageFormat storage = StorageFormat.ofCode(format).orElse(StorageFormat.NULL);
        if (storage == StorageFormat.NULL) {
            throw new IllegalArgumentException("a record cannot be written in format " + format);
        }
        leads.forEach(lead -> requireOneLine("lead name", lead.name()));
        comments.forEach(comment -> requireOneLine("comment", comment));
    }

    /** A record without start and comments. */
    public static RecordDescription of(SamplingRate rate, List<Lead> leads, int format) {
        return new RecordDescription(rate, leads, format, Optional.empty(), List.of());
    }

    StorageFormat storage() {
        return StorageFormat.ofCode(format).orElseThrow();
    }

    private static void requireOneLine(String what, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a " + what + " must not have control characters: " + text);
        }
    }
}
