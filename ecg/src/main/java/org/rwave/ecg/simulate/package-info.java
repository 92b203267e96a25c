/**
 * Simulated patients: seeded two-lead ECG (MLII and V1) with its ground truth, for tests, demonstration and load.
 *
 * <p>A {@link org.rwave.ecg.simulate.Scenario} says what happens, a {@link org.rwave.ecg.simulate.PatientProfile} in
 * whom. {@code Heart} plays the scenario and states events in seconds (beats, rhythm changes, disturbances);
 * {@code Synthesizer} draws them at any sampling rate; {@code GroundTruth} annotates them. As in the dynamical model of
 * McSharry et al. (IEEE TBME 50:289, 2003), every wave is a Gaussian placed relative to the R peak, its place and width
 * follow the RR interval as Bazett's rule asks, and RR follows respiration and Mayer waves; the Gaussians are evaluated
 * directly rather than by integrating a trajectory. Seconds and millivolts throughout, 200 raw units per millivolt out.
 * The same seed gives the same samples bit for bit on every machine: {@code StrictMath} and plain arithmetic only.
 */
package org.rwave.ecg.simulate;
