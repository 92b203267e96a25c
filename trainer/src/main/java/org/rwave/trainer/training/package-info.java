/**
 * Training: hyper-parameters from one file, seeded batches with augmentation, a class-weighted loss, AdamW with warm-up
 * and cosine decay, moving average of the weights, calibration. In: labelled beats. Out: trained networks. The same
 * seed and thread count give the same weights, bit for bit.
 */
package org.rwave.trainer.training;
