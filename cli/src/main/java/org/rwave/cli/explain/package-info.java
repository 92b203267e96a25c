/**
 * {@code rwave explain}: the account of one alarm. In: an alert id, and from Kafka its alert, beats and waveform (or a
 * recording). Out: the strip, the beats, the rule's conditions, and whether the same waveform gives the same alarm again.
 * Positions are source samples, times UTC.
 */
package org.rwave.cli.explain;
