/**
 * What decides about beats: networks, boosted trees over the features, ensembles of both. The networks as DJL blocks: a residual convolutional branch over the beat's waveform and a small dense branch over
 * its features, joined in one head. In: {@code [beat][channel][sample]} and {@code [beat][feature]}, scaled and free of
 * units. Out: logits {@code [beat][class]}. Export to ONNX is in {@code export}.
 */
package org.rwave.trainer.network;
