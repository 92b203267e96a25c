/** {@code rwave acknowledge} and {@code rwave silence}: what a person does about an alarm, and whether it was done. */
package org.rwave.cli.attend;
