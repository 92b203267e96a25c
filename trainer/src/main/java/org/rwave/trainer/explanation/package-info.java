/**
 * What a model leans on: parts of a beat are hidden from the very network that is served, and the change of its answer is
 * measured (occlusion; Zeiler and Fergus 2014). In: beats as the network saw them. Out: changes of the log-odds of a
 * class, natural logarithm; positive where the part spoke for the class. What is hidden is replaced by the usual: the
 * waveform by the patient's own template, a feature by its median over all beats.
 */
package org.rwave.trainer.explanation;
