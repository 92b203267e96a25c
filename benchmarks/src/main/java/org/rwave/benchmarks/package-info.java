/**
 * What the parts of the monitor cost, by JMH: filters, detector, beats, inference, decoding, the whole. Each class measures one
 * part and, in the same run, a baseline that says what the machine can do; {@link org.rwave.benchmarks.Benchmarks} prints both
 * and their ratio, which holds on a busy machine, too. Input is a minute of a simulated patient, 360 Hz, two leads.
 */
package org.rwave.benchmarks;
