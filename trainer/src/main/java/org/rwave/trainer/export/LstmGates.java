package org.rwave.trainer.export;

/** The order of an LSTM's gates: input, forget, cell, output in PyTorch; input, output, forget, cell in ONNX. */
final class LstmGates {
    private static final int GATES = 4;

    private LstmGates() {}

    /** {@code [gate][...]} of PyTorch in the order of ONNX. */
    static float[] toOnnx(float[] values) {
        return reordered(values, 0, 3, 1, 2);
    }

    /** {@code [gate][...]} of ONNX in the order of PyTorch. */
    static float[] fromOnnx(float[] values) {
        return reordered(values, 0, 2, 3, 1);
    }

    private static float[] reordered(float[] values, int... from) {
        int size = values.length / GATES;
        float[] out = new float[values.length];
        for (int gate = 0; gate < GATES; gate++) {
            System.arraycopy(values, from[gate] * size, out, gate * size, size);
        }
        return out;
    }
}
