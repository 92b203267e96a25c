/**
 * Heart rate, PVC count, rhythm names and signal status. In: classified beats and lead status. Out: vital signs
 * once a second of signal time.
 */
package org.rwave.ecg.rhythm;
