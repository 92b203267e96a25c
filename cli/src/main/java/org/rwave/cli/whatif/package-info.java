/**
 * {@code rwave replay --what-if}: recordings through the monitor twice, offline, under two alarm settings; out comes how many
 * alarms a patient has a day under each.
 */
package org.rwave.cli.whatif;
