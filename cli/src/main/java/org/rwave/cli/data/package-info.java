/**
 * {@code rwave data}: brings the public recordings to this machine, resumed and verified. In: HTTPS. Out: files under
 * {@code data/}, where every other command finds them.
 */
package org.rwave.cli.data;
