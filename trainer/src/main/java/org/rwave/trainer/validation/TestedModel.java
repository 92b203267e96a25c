package org.rwave.trainer.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.models.BeatModel;
import org.rwave.models.OnnxBeatClassifier;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.explanation.RandomisedModel;
import org.rwave.trainer.report.figures.Sharpened;

/**
 * What is tested, as it will be served: one model for all records, or, out of fold, for each record the model that never
 * saw it. One thread at a time. Closing it leaves the models open.
 */
public final class TestedModel implements AutoCloseable {
    private final List<BeatModel> models;
    private final List<Runnable> own = new ArrayList<>();
    private final Map<String, BeatClassifier> byRecord = new HashMap<>();
    private final Map<BeatModel, List<String>> recordsByModel = new LinkedHashMap<>();
    private final double temperature;

    private TestedModel(List<BeatModel> models, double temperature) {
        this.models = List.copyOf(models);
        this.temperature = temperature;
    }

    /** {@code model} for each of {@code records}. */
    public static TestedModel one(BeatModel model, List<String> records) {
        TestedModel tested = new TestedModel(List.of(model), 1);
        tested.use(model, records);
        return tested;
    }

    /** For the records of each fold its model, all made at temperature 1 and sharpened to {@code temperature}. */
    public static TestedModel outOfFold(Map<DataSplit, BeatModel> folds, double temperature) {
        TestedModel tested = new TestedModel(List.copyOf(folds.values()), temperature);
        folds.forEach((fold, model) -> tested.use(model, fold.records()));
        return tested;
    }

    private void use(BeatModel model, List<String> records) {
        OnnxBeatClassifier classifier = new OnnxBeatClassifier(model);
        own.add(classifier::close);
        recordsByModel.put(model, records);
        BeatClassifier served = temperature == 1 ? classifier : new Sharpened.Classifier(classifier, temperature);
        records.forEach(record -> byRecord.put(record, served));
    }

    /**
     * The classifier that judges {@code record}; belongs to this object.
     *
     * @throws IllegalArgumentException when there is none
     */
    public BeatClassifier of(String record) {
        BeatClassifier classifier = byRecord.get(record);
        if (classifier == null) {
            throw new IllegalArgumentException("no model for record " + record + ", only for " + byRecord.keySet());
        }
        return classifier;
    }

    /** Whether it judges all of {@code records}. */
    public boolean judges(List<String> records) {
        return byRecord.keySet().containsAll(records);
    }

    /** The models behind it. */
    public List<BeatModel> models() {
        return models;
    }

    /** By what the models' answers are divided once more, beside what is in their graphs; 1: not at all. */
    public double temperature() {
        return temperature;
    }

    /** The same with shuffled weights, for judging explanations; closing it closes the shuffled models too. */
    public TestedModel randomised(long seed) {
        TestedModel randomised = new TestedModel(models, temperature);
        recordsByModel.forEach((model, records) -> {
            BeatModel shuffled = RandomisedModel.of(model, seed);
            randomised.use(shuffled, records);
            randomised.own.add(shuffled::close);
        });
        return randomised;
    }

    @Override
    public void close() {
        own.forEach(Runnable::run);
    }
}
