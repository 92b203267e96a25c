package org.rwave.ecg.score;

/** One annotation as runs see it. */
record RunMark(long time, RunRole role) {}
