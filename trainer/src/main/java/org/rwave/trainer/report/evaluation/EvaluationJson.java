package org.rwave.trainer.report.evaluation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.rwave.trainer.report.figures.ConfusionMatrix;

/** Evaluations and intra-patient results as JSON; figures that are not defined are null. */
public final class EvaluationJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new Undefined())
                    .addSerializer(double.class, new Undefined())
                    .addDeserializer(Double.class, new Defined())
                    .addDeserializer(double.class, new Defined()))
            .build();

    private EvaluationJson() {}

    /** {@code evaluation} as JSON. */
    public static String write(Evaluation evaluation) {
        try {
            return MAPPER.writeValueAsString(evaluation);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an evaluation consists of lists, names and numbers alone", e);
        }
    }

    /**
     * The evaluation in {@code json}.
     *
     * @throws IOException when it is not one, or of another version of the form
     */
    public static Evaluation read(String json) throws IOException {
        Evaluation evaluation = MAPPER.readValue(json, Evaluation.class);
        if (!Evaluation.FORM.equals(evaluation.form())) {
            throw new IOException(
                    "this is an evaluation of the form " + evaluation.form() + ", needed is " + Evaluation.FORM);
        }
        return evaluation;
    }

    /**
     * The intra-patient result in {@code file}: an object with title, split and matrix.
     *
     * @throws IOException naming the file and what is wrong with it
     */
    public static IntraPatient readIntraPatient(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file + " is not a file; --intra names an intra-patient result");
        }
        try {
            IntraPatient result = MAPPER.readValue(Files.readString(file), IntraPatient.class);
            ConfusionMatrix.ofRows(result.matrix());
            return result;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new IOException(
                    file + ", line " + line + ": not an intra-patient result {\"title\", \"split\", \"matrix\"}: "
                            + e.getOriginalMessage(),
                    e);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** {@code result} in the form that {@link #readIntraPatient} reads. */
    public static String write(IntraPatient result) {
        try {
            return MAPPER.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an intra-patient result consists of names and counts alone", e);
        }
    }

    private static final class Undefined extends StdSerializer<Double> {
        private static final long serialVersionUID = 1;

        Undefined() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (value.isNaN()) {
                out.writeNull();
            } else {
                out.writeNumber(value);
            }
        }
    }

    private static final class Defined extends StdDeserializer<Double> {
        private static final long serialVersionUID = 1;

        Defined() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return in.getDoubleValue();
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NaN;
        }
    }
}
