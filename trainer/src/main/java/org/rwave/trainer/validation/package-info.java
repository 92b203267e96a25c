/**
 * Trying models on beats that they have not learned from: cross-validation within DS1, and the test on DS2. In: labelled
 * beats or recordings and a model. Out: {@code report.figures.Prediction}s.
 */
package org.rwave.trainer.validation;
