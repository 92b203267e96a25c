package org.rwave.cli.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long CHUNK = 250_000_000;

    @Test
    void a_patients_chunks_fall_due_one_chunk_length_apart() {
        Schedule schedule = new Schedule(1000, CHUNK, 40, 100);

        for (int patient : new int[] {0, 1, 500, 999}) {
            for (int chunk = 1; chunk < 100; chunk++) {
                assertThat(schedule.dueNanos(patient, chunk) - schedule.dueNanos(patient, chunk - 1))
                        .isEqualTo(CHUNK);
            }
        }
    }

    @Test
    void a_chunk_is_due_when_its_last_sample_has_been_taken() {
        Schedule schedule = new Schedule(10, CHUNK, 0, 5);

        assertThat(schedule.dueNanos(0, 0)).isEqualTo(CHUNK);
        assertThat(schedule.dueNanos(5, 2)).isEqualTo(schedule.startNanos(5) + 3 * CHUNK);
    }

    @Test
    void phases_are_spread_evenly_over_a_chunk() {
        Schedule schedule = new Schedule(1000, CHUNK, 0, 5);

        long[] phases = IntStream.range(0, 1000).mapToLong(schedule::phaseNanos).toArray();

        assertThat(phases).isSorted().startsWith(0);
        assertThat(LongStream.range(1, 1000).map(i -> phases[(int) i] - phases[(int) i - 1]))
                .containsOnly(CHUNK / 1000);
    }

    @Test
    void patients_join_evenly_over_the_ramp_and_scattered_over_the_round() {
        Schedule schedule = new Schedule(10_000, CHUNK, 40, 100);
        int[] joining = new int[40];
        int[] joiningInFirstHalf = new int[40];
        for (int patient = 0; patient < 10_000; patient++) {
            joining[schedule.firstRound(patient)]++;
            joiningInFirstHalf[schedule.firstRound(patient)] += patient < 5000 ? 1 : 0;
        }

        assertThat(Arrays.stream(joining)).allMatch(count -> count >= 245 && count <= 255);
        assertThat(Arrays.stream(joiningInFirstHalf)).allMatch(count -> count >= 120 && count <= 130);
    }

    @Test
    void everybody_is_there_during_the_steady_time() {
        Schedule schedule = new Schedule(100, CHUNK, 8, 20);
        long from = schedule.steadyFromNanos();
        long to = schedule.steadyToNanos();

        for (int patient = 0; patient < 100; patient++) {
            assertThat(schedule.dueNanos(patient, 0)).isLessThanOrEqualTo(from);
            assertThat(schedule.dueNanos(patient, 19)).isGreaterThanOrEqualTo(to - CHUNK);
        }
        assertThat(to - from).isEqualTo(12 * CHUNK);
    }

    @Test
    void each_patient_sends_all_chunks_and_its_end_once() {
        Schedule schedule = new Schedule(7, CHUNK, 3, 4);

        for (int patient = 0; patient < 7; patient++) {
            int who = patient;
            assertThat(IntStream.range(0, schedule.rounds())
                            .map(round -> schedule.chunkIn(round, who))
                            .filter(chunk -> chunk >= 0 && chunk <= 4))
                    .containsExactly(0, 1, 2, 3, 4);
        }
    }
}
