/**
 * Numbers from predictions: confusion matrices and the figures of the literature, calibration, curves, bootstrap. In:
 * predictions with their true classes. Out: values that know nothing of pages or files. Shares are fractions of 1; a
 * figure that is not defined (nothing to find, nothing called) is NaN.
 */
package org.rwave.trainer.report.figures;
