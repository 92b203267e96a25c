/**
 * {@code rwave annotate}: the same patient monitor as in serving, over recordings, offline. In: recordings. Out: WFDB
 * annotation files.
 */
package org.rwave.cli.annotate;
