package org.rwave.ecg.score;

/** What a comparison of one record gave. */
public record RecordScore<T>(String record, T score) {}
