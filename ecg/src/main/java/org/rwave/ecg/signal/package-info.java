/**
 * Sampling, leads, waveform chunks and the causal filters that bring every lead to the conditioned signal (180
 * samples a second, millivolts). In: raw units from the wire. Out: conditioned samples to {@code qrs} and
 * {@code beat}.
 */
package org.rwave.ecg.signal;
