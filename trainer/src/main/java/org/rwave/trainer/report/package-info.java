/**
 * What a model is worth, told: text for the terminal, the log of every look at the test set, the model's card. The
 * numbers are made in {@code report.figures}, the page that shows them in {@code report.page}.
 */
package org.rwave.trainer.report;
