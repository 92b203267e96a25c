/**
 * From R peak to class: cutting, scaling, RR context, the patient's own template, and the contract of the
 * classifier. In: conditioned samples and R peaks. Out: classified beats. What the network sees is made here
 * and nowhere else.
 */
package org.rwave.ecg.beat;
