/** {@code rwave process}: the stream processor as a command. Read on in {@code org.rwave.processor}. */
package org.rwave.cli.process;
