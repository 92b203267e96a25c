/**
 * {@code rwave load-test}: thousands of live patients against a real broker, and an account of every single beat. In: tapes
 * (recordings, or simulated patients) whose beats the offline monitor has stated beforehand. Out: latencies by part, CPU
 * time and memory by who, and a verdict. Broker and processors run as processes of their own. Times are nanoseconds of the
 * system's monotonic clock unless the name says otherwise.
 *
 * <p>Read on in {@code LoadRun}, then {@code Schedule} (the open loop), {@code Ledger} (what counts as right) and {@code
 * Latencies} (where time is measured from).
 */
package org.rwave.cli.loadtest;
