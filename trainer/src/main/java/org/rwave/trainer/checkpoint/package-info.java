/**
 * The state of a training that is under way, in files that are whole or not there. In: named float arrays and lines of
 * text that say what they belong to. Out: the same, or a refusal that names file, line and rule. The format is in {@link
 * org.rwave.trainer.checkpoint.CheckpointFile}.
 */
package org.rwave.trainer.checkpoint;
