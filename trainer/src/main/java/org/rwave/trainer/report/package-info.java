/**
 * What predictions are worth: confusion matrices and the figures of the literature, reliability, the log of every look
 * at the test set, the model's card. In: predictions with their true classes. Out: text and JSON.
 */
package org.rwave.trainer.report;
