package org.rwave.trainer.report.evaluation;

import java.util.List;

/**
 * The result of another split, beats of one patient on both sides, given for comparison.
 *
 * @param title what it is
 * @param split how training and test beats were kept apart
 * @param matrix {@code [truth][said]}, classes N, S, V, F, Q
 */
public record IntraPatient(String title, String split, List<List<Long>> matrix) {}
