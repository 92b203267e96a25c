package org.rwave.cli.loadtest;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * One second of a test, as the live line and the plots show it.
 *
 * @param atSeconds its end, seconds after the start of the schedule
 * @param steady all patients were there
 * @param chunks sent in it
 * @param beats that came in it
 * @param backlog beats that were due at its end and had not come
 * @param pipeline how long after their due moment the beats came that came in it, microseconds
 * @param lateness how late the chunks were sent that were sent in it, microseconds
 * @param cpu cores used in it, by who
 * @param residentBytes at its end, by who; 0 where not known
 */
record Second(
        double atSeconds,
        boolean steady,
        long chunks,
        long beats,
        long backlog,
        Histogram pipeline,
        Histogram lateness,
        List<Share> cpu,
        List<Share> residentBytes) {
    Second {
        cpu = List.copyOf(cpu);
        residentBytes = List.copyOf(residentBytes);
    }

    /** So much of something for {@code name}. */
    record Share(String name, double amount) {}
}
