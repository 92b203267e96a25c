/**
 * The stream processor: waveform chunks in from Kafka, beats, vital signs and alarms out to Kafka.
 *
 * <p>Read on in the order of one heartbeat: {@link org.rwave.processor.MonitorTopology} (the eight steps), {@code
 * MonitorProcessor} (one task), {@code InputDecoder} and {@code Continuity} (step 2), {@code Patient} and {@code
 * PatientStream} (steps 3 to 8, which are {@code ecg.monitor}), {@code Outlet} (step 8). State: {@code Patients}, {@code
 * SnapshotStore}, {@code CommitHookStore}. Instants are microseconds since the epoch unless the name says milliseconds.
 */
package org.rwave.processor;
