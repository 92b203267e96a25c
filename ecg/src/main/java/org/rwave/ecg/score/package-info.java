/**
 * ANSI/AAMI EC57 scoring: the rules of the WFDB applications {@code bxb} (beat by beat), {@code rxr} (run by run),
 * {@code epicmp} (episode by episode) and {@code sumstats} (gross and average), so that the same annotations give the
 * same numbers, line for line. In: reference and test annotations of a record. Out: matrices, and reports in the layout
 * of those programs. Positions are sample indices. Start reading at {@code BeatByBeat}.
 */
package org.rwave.ecg.score;
