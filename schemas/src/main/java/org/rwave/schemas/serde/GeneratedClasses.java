package org.rwave.schemas.serde;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions.TimestampMicrosConversion;
import org.apache.avro.specific.SpecificData;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.AlertAction;
import org.rwave.schemas.avro.AlertCategory;
import org.rwave.schemas.avro.AlertCommand;
import org.rwave.schemas.avro.AlertCriterion;
import org.rwave.schemas.avro.AlertInput;
import org.rwave.schemas.avro.AlertPhase;
import org.rwave.schemas.avro.AlertPriority;
import org.rwave.schemas.avro.Beat;
import org.rwave.schemas.avro.BeatLabel;
import org.rwave.schemas.avro.BeatProbabilities;
import org.rwave.schemas.avro.ReferenceAnnotation;
import org.rwave.schemas.avro.ReferenceAnnotations;
import org.rwave.schemas.avro.SignalStatus;
import org.rwave.schemas.avro.Vitals;
import org.rwave.schemas.avro.WaveformChunk;
import org.rwave.schemas.avro.WaveformLead;

/**
 * The classes that Avro generated from our schemas, and no others: what a schema from the registry names is never
 * looked up on the class path. (Avro since 1.12.2 refuses to, unless a global setting trusts the class.)
 */
final class GeneratedClasses extends SpecificData {
    static final GeneratedClasses MODEL = new GeneratedClasses();

    private static final Map<String, Class<?>> BY_NAME = Stream.of(
                    Alert.class,
                    AlertAction.class,
                    AlertCategory.class,
                    AlertCommand.class,
                    AlertCriterion.class,
                    AlertInput.class,
                    AlertPhase.class,
                    AlertPriority.class,
                    Beat.class,
                    BeatLabel.class,
                    BeatProbabilities.class,
                    ReferenceAnnotation.class,
                    ReferenceAnnotations.class,
                    SignalStatus.class,
                    Vitals.class,
                    WaveformChunk.class,
                    WaveformLead.class)
            .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

    private GeneratedClasses() {
        addLogicalTypeConversion(new TimestampMicrosConversion());
    }

    @Override
    @SuppressWarnings("rawtypes") // as inherited
    public Class getClass(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> BY_NAME.get(schema.getFullName());
            default -> super.getClass(schema);
        };
    }
}
