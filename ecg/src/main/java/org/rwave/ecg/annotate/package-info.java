/**
 * The monitor's facts as WFDB annotations, so that the field's own programs read them: beats, rhythm changes, fibrillation. In:
 * {@link org.rwave.ecg.monitor.Facts} of a whole recording. Out: annotations in order, positions in source samples.
 */
package org.rwave.ecg.annotate;
