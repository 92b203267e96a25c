/**
 * R-peak detection on conditioned samples (180 a second, millivolts). In: samples of one or two leads. Out: R
 * peaks, with a bounded, stated delay.
 */
package org.rwave.ecg.qrs;
