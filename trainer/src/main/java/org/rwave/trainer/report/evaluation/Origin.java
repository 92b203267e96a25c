package org.rwave.trainer.report.evaluation;

import java.util.List;
import java.util.Map;

/**
 * Where an evaluation comes from.
 *
 * @param title of the page
 * @param split name of the tested records, for instance {@code DS2}
 * @param protocol how models and tested records were kept apart, one sentence
 * @param records the tested records
 * @param time when, ISO 8601, UTC
 * @param command the command line
 * @param codeVersion version of this program
 * @param machine operating system, processor count, Java
 * @param preprocessing name of the preprocessing, as in the models
 * @param temperature by what the models' logits are divided beside what is in their files; 1: nothing
 * @param models what was tested: seeds of one recipe, or the models of the folds
 * @param foldsOfOne whether the models are folds that together judge each record once, not seeds
 */
public record Origin(
        String title,
        String split,
        String protocol,
        List<String> records,
        String time,
        String command,
        String codeVersion,
        String machine,
        String preprocessing,
        double temperature,
        List<Model> models,
        boolean foldsOfOne) {
    public Origin {
        records = List.copyOf(records);
        models = List.copyOf(models);
    }

    /**
     * A model file.
     *
     * @param source where it was read from
     * @param hash SHA-256, lower-case hex
     * @param metadata what the file says about its training
     */
    public record Model(String source, String hash, Map<String, String> metadata) {}
}
