/**
 * One evaluation as a document: everything that the page shows and the JSON holds, {@link
 * org.rwave.trainer.report.evaluation.Evaluation} and the records below it, and {@link
 * org.rwave.trainer.report.evaluation.EvaluationMaker}, which makes it out of what {@code validation} measured. The form
 * of the JSON is described in {@code docs/evaluation.md}. Shares are fractions of 1; what is not defined is NaN here and
 * null in JSON.
 */
package org.rwave.trainer.report.evaluation;
