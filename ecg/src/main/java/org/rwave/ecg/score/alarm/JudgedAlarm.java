package org.rwave.ecg.score.alarm;

/** An alarm and what it was worth. */
public record JudgedAlarm(ScoredRhythm rhythm, AlarmSpan alarm, AlarmVerdict verdict) {}
