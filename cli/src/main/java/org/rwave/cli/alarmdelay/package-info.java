/**
 * {@code rwave alarm-delay}: from the instant of a sample to the record on the alerts topic, by kind of alarm, at real time
 * through a real broker. In: simulated scenarios or exact test rhythms. Out: a table. Signal time and wall time are the same here.
 */
package org.rwave.cli.alarmdelay;
