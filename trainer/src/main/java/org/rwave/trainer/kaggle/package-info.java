/**
 * The Kaggle "ECG heartbeat categorization" format (Kachuee, Fazeli and Sarrafzadeh 2018): rows of {@value
 * org.rwave.trainer.kaggle.HeartbeatRow#LENGTH} values from 0 to 1 and a label, without header. {@code HeartbeatCsv}
 * reads and writes it; {@code MitBihRows} and {@code PtbRows} make it from WFDB records; {@code PublishedSplit} knows which
 * rows are in the published test file. Everything here is <b>intra-patient</b>: beats of one person lie in both files.
 * Networks over such rows are in {@code heartbeat}.
 */
package org.rwave.trainer.kaggle;
