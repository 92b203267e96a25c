/** {@code rwave simulate}: simulated patients as WFDB records. */
package org.rwave.cli.simulate;
