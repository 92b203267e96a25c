/**
 * {@code rwave disclose}: the table that IEC 60601-2-27 asks makers of monitors to publish, measured from the running
 * monitor on generated test signals. In: nothing but the model. Out: one Markdown page. All times are signal time.
 */
package org.rwave.cli.disclose;
