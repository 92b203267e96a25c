package org.rwave.trainer.training.trees;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_float;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import com.microsoft.ml.lightgbm.lightgbmlibConstants;

/**
 * What LightGBM's own code makes of a model. Its C interface is called directly: {@code LGBMBooster.predictForMat} of
 * lightgbm4j 4.3.0-1 has room for two classes and writes beyond its buffer where there are four.
 */
final class LightGbmItself {
    private LightGbmItself() {}

    /** Raw scores {@code [row][class]} of {@code matrix}, {@code [row][column]}. */
    static double[] scores(String model, float[] matrix, int rows, int classes) {
        LightGbmLibrary.load();
        SWIGTYPE_p_p_void booster = lightgbmlib.voidpp_handle();
        succeed(lightgbmlib.LGBM_BoosterLoadModelFromString(model, lightgbmlib.new_intp(), booster));
        SWIGTYPE_p_void handle = lightgbmlib.voidpp_value(booster);
        SWIGTYPE_p_float values = lightgbmlib.new_floatArray(matrix.length);
        for (int i = 0; i < matrix.length; i++) {
            lightgbmlib.floatArray_setitem(values, i, matrix[i]);
        }
        SWIGTYPE_p_double out = lightgbmlib.new_doubleArray((long) rows * classes);
        succeed(lightgbmlib.LGBM_BoosterPredictForMat(
                handle,
                lightgbmlib.float_to_voidp_ptr(values),
                lightgbmlibConstants.C_API_DTYPE_FLOAT32,
                rows,
                matrix.length / rows,
                1,
                lightgbmlibConstants.C_API_PREDICT_RAW_SCORE,
                0,
                -1,
                "num_threads=1",
                lightgbmlib.new_int64_tp(),
                out));
        double[] scores = new double[rows * classes];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = lightgbmlib.doubleArray_getitem(out, i);
        }
        lightgbmlib.delete_floatArray(values);
        lightgbmlib.delete_doubleArray(out);
        succeed(lightgbmlib.LGBM_BoosterFree(handle));
        return scores;
    }

    private static void succeed(int code) {
        assertThat(code).as(lightgbmlib.LGBM_GetLastError()).isZero();
    }
}
