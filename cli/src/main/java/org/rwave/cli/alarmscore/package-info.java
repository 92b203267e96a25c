/**
 * {@code rwave score-alarms}: the patient monitor over recordings, its alarms against their annotations. In: recordings with
 * annotation files. Out: figures as text or JSON, each missed episode and each false alarm by name.
 */
package org.rwave.cli.alarmscore;
