/**
 * {@code rwave score-noise}: the noise stress test of Moody, Muldrow and Mark (1984), what is found and what is falsely found
 * while noise is on, and how much of it the monitor says it cannot read. In: recordings 118 and 119, recorded noise. Out:
 * a table. The protocol is in {@link org.rwave.trainer.data.NoiseStress}, the comparison in {@code org.rwave.ecg.score}.
 */
package org.rwave.trainer.noise;
