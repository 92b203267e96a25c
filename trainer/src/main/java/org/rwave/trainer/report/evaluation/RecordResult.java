package org.rwave.trainer.report.evaluation;

import java.util.List;

/**
 * One record.
 *
 * @param matrix at reference positions, {@code [truth][said]}, classes N, S, V, F, Q
 * @param qrsFound heartbeats that the own detector found, whole record, 150 ms
 * @param qrsMissed heartbeats that it missed
 * @param qrsExtra heartbeats that it invented
 */
public record RecordResult(String record, List<List<Long>> matrix, long qrsFound, long qrsMissed, long qrsExtra) {}
