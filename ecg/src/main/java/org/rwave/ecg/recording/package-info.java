/**
 * Recordings on disk: WFDB records and annotations, EDF. In: files. Out: raw units, leads, annotations.
 */
package org.rwave.ecg.recording;
