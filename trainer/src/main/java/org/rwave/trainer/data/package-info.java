/**
 * Which records are learned from and which are kept for the test, who may open them, and how beats are captured out of
 * the monitor. In: recordings with reference annotations. Out: {@link org.rwave.trainer.data.LabelledBeat}s as the
 * network sees them. Nothing of the signal path is repeated here.
 */
package org.rwave.trainer.data;
