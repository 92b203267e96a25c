/**
 * The trained networks and how they are run: ONNX files as class path resources with their cards and golden beats,
 * {@link org.rwave.models.BeatModel} that checks a file and {@link org.rwave.models.OnnxBeatClassifier} that turns one
 * cut beat into class probabilities. In: {@code ecg.beat.BeatInput}, scaled and free of units. Out: {@code
 * ecg.beat.ClassProbabilities}. Training is in the module {@code trainer}; nothing here depends on it.
 */
package org.rwave.models;
