/**
 * Alarm settings on the command line: check a file, see what applies to whom. Read on in {@code
 * org.rwave.processor.alarmsettings}.
 */
package org.rwave.cli.alarms;
