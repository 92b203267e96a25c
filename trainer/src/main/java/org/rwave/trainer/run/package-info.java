/**
 * A run of training in its own folder: what it is to do, checkpoints of every network, what came out of it. In: settings
 * and captured beats. Out: trained ensembles, and a folder from which the run goes on after an interruption. Several
 * processes may work on one folder.
 */
package org.rwave.trainer.run;
