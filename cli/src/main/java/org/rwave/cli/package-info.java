/**
 * The {@code rwave} command: options that commands share, and how a command fails. Each command lives in its own
 * sub-package. Exit codes: 0 done, 1 failed, 2 wrong usage.
 */
package org.rwave.cli;
