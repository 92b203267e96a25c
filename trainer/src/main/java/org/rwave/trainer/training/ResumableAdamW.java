package org.rwave.trainer.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.training.optimizer.AdamW;
import ai.djl.training.tracker.Tracker;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * DJL's AdamW with its moments within reach, so that it can go on where another one stopped: DJL asks for the moments of
 * each parameter through {@link #withDefaultState}, first the mean, then the variance.
 */
final class ResumableAdamW extends AdamW {
    /** The two running moments of a gradient. */
    enum Moment {
        MEAN,
        VARIANCE
    }

    private final Map<Moment, Map<String, NDArray>> moments =
            Map.of(Moment.MEAN, new HashMap<>(), Moment.VARIANCE, new HashMap<>());
    private final Map<Moment, Map<String, float[]>> restored =
            Map.of(Moment.MEAN, new HashMap<>(), Moment.VARIANCE, new HashMap<>());
    private Map<String, Map<Device, NDArray>> means;

    /** An optimiser that has taken {@code steps} steps. */
    ResumableAdamW(Tracker learningRate, double weightDecay, int steps) {
        super(AdamW.builder()
                .optLearningRateTracker(learningRate)
                .optWeightDecays((float) weightDecay)
                .optBeginNumUpdate(steps));
    }

    /** Sets what the parameter with DJL's {@code id} had; before its first step here. */
    void restore(Moment moment, String id, float[] values) {
        restored.get(moment).put(id, values);
    }

    /** The moment of the parameter with DJL's {@code id}; empty when it has not had a step. */
    float[] moment(Moment moment, String id) {
        NDArray array = moments.get(moment).get(id);
        return array == null ? new float[0] : array.toFloatArray();
    }

    @Override
    protected NDArray withDefaultState(
            Map<String, Map<Device, NDArray>> state, String key, Device device, Function<String, NDArray> first) {
        means = means == null ? state : means;
        Moment moment = state == means ? Moment.MEAN : Moment.VARIANCE; // the maps tell by identity alone
        NDArray array = super.withDefaultState(state, key, device, id -> {
            NDArray fresh = first.apply(id);
            float[] known = restored.get(moment).get(id);
            if (known != null) {
                fresh.set(FloatBuffer.wrap(known));
            }
            return fresh;
        });
        moments.get(moment).put(key, array);
        return array;
    }
}
