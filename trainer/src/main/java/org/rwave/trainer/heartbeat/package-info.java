/**
 * Networks over the rows of heartbeat files ({@code kaggle}): training, score, transfer to another set of classes. In: rows
 * of 187 values from 0 to 1. Out: ONNX models ({@code models.RowModel}) and reports. All figures here are
 * <b>intra-patient</b> and say so. None of these networks classifies the monitor's beats.
 */
package org.rwave.trainer.heartbeat;
