/**
 * {@code rwave score}: EC57 figures of test annotations against reference annotations, as text in the layout of WFDB's
 * programs or as JSON. The rules are in {@code org.rwave.ecg.score}.
 */
package org.rwave.cli.score;
