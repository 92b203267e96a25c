package org.rwave.ecg.annotate;

/**
 * Samples [{@code start}, {@code end}) of one rhythm.
 *
 * @param name as in a rhythm annotation's text, for instance {@code (AFIB}
 */
record Stretch(long start, long end, String name) {}
