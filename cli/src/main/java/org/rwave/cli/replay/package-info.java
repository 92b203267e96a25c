/** {@code rwave replay}: recordings and simulated patients as live feeds. */
package org.rwave.cli.replay;
