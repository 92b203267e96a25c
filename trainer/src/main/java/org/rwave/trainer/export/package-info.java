/**
 * Networks and trees to ONNX: convolutions written with rank 4 (twice as fast in ONNX Runtime as rank 3), batch normalisation
 * folded, standardisation and temperature inside the graph. In: trained blocks. Out: the bytes of a model file.
 */
package org.rwave.trainer.export;
