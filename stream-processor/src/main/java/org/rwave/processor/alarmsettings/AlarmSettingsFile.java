package org.rwave.processor.alarmsettings;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rwave.ecg.alarm.PatientClass;
import org.rwave.processor.alarmsettings.YamlSection.Entry;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads a settings file: {@code default-class}, {@code classes} and {@code patients}, as docs/alarm-settings.md describes
 * them. Everything that is wrong is reported together, each with its line.
 */
public final class AlarmSettingsFile {
    private static final String DEFAULT_CLASS = "default-class";
    private static final String CLASSES = "classes";
    private static final String PATIENTS = "patients";
    private static final String CLASS = "class";
    private static final List<String> CLASS_KEYS =
            Arrays.stream(PatientClass.values()).map(PatientClass::key).toList();

    private final Problems problems;
    private final String name;

    private AlarmSettingsFile(String name) {
        this.name = name;
        this.problems = new Problems(name);
    }

    /**
     * Reads {@code file}.
     *
     * @throws BadAlarmSettings naming every problem with its line
     * @throws UncheckedIOException when it cannot be read at all
     */
    public static WardAlarmSettings read(Path file) {
        return parse(file.toString(), content(file));
    }

    /** The bytes of {@code file}. Throws as {@link #read}. */
    static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            String why = e instanceof NoSuchFileException ? "no such file" : e.getMessage();
            String line = "alarm settings " + file + " cannot be read (" + why + ")";
            throw new UncheckedIOException(line, new IOException(line, e));
        }
    }

    /** Reads what {@link #content} gave; {@code name} is for messages. */
    static WardAlarmSettings parse(String name, byte[] content) {
        try {
            return parse(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new BadAlarmSettings(List.of(new SettingsProblem(name, 1, "is not UTF-8 text")));
        }
    }

    /** Reads {@code yaml}; {@code name} is for messages. Throws as {@link #read}. */
    public static WardAlarmSettings parse(String name, String yaml) {
        return new AlarmSettingsFile(name).parse(yaml);
    }

    private WardAlarmSettings parse(String yaml) {
        Node root = compose(yaml);
        if (isBlank(root)) {
            problems.add(1, "is empty; for the defaults write " + DEFAULT_CLASS + ": adult");
            problems.throwIfAny();
        }
        YamlSection top = YamlSection.of(root, "the file", problems)
                .requireOnly(List.of(DEFAULT_CLASS, CLASSES, PATIENTS), "key");
        Map<PatientClass, PatientAlarmSettings> classes = classes(top.get(CLASSES));
        PatientClass defaultClass =
                top.get(DEFAULT_CLASS).flatMap(this::patientClass).orElse(PatientClass.ADULT);
        List<PatientRule> patients = patients(top.get(PATIENTS), classes, defaultClass);
        problems.throwIfAny();
        return new WardAlarmSettings(classes, defaultClass, patients, name);
    }

    private static boolean isBlank(Node root) {
        if (root instanceof ScalarNode scalar) {
            return scalar.getValue().isBlank();
        }
        return root == null;
    }

    private Node compose(String yaml) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(line, "is no YAML: " + oneLine(e.getProblem()));
        } catch (YAMLException e) {
            problems.add(1, "is no YAML: " + oneLine(e.getMessage()));
        }
        problems.throwIfAny();
        throw new IllegalStateException("unreachable: the problem above was thrown");
    }

    private static String oneLine(String text) {
        return text == null ? "unreadable" : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private Map<PatientClass, PatientAlarmSettings> classes(Optional<Entry> block) {
        Map<PatientClass, PatientAlarmSettings> classes = new EnumMap<>(PatientClass.class);
        for (PatientClass patientClass : PatientClass.values()) {
            classes.put(
                    patientClass, PatientAlarmSettings.of(patientClass, patientClass.settings(), "built-in defaults"));
        }
        block.ifPresent(entry -> {
            YamlSection section =
                    YamlSection.of(entry.value(), CLASSES, problems).requireOnly(CLASS_KEYS, "patient class");
            for (PatientClass patientClass : PatientClass.values()) {
                section.get(patientClass.key()).ifPresent(own -> {
                    YamlSection body = YamlSection.of(own.value(), "class " + own.key(), problems)
                            .requireOnly(List.of(AlarmsSection.THRESHOLDS, AlarmsSection.ALARMS), "key");
                    classes.put(
                            patientClass,
                            PatientAlarmSettings.of(
                                    patientClass,
                                    AlarmsSection.of(body, problems).over(patientClass.settings()),
                                    CLASSES + ", " + own.key()));
                });
            }
        });
        return classes;
    }

    private List<PatientRule> patients(
            Optional<Entry> block, Map<PatientClass, PatientAlarmSettings> classes, PatientClass defaultClass) {
        List<PatientRule> rules = new ArrayList<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        block.ifPresent(entry -> {
            for (Entry own : YamlSection.of(entry.value(), PATIENTS, problems).entries()) {
                requireReachable(own, lines);
                lines.put(own.key(), own.line());
                rules.add(PatientRule.of(own.key(), patient(own, classes, defaultClass)));
            }
        });
        return rules;
    }

    private PatientAlarmSettings patient(
            Entry own, Map<PatientClass, PatientAlarmSettings> classes, PatientClass defaultClass) {
        YamlSection body = YamlSection.of(own.value(), "patient " + own.key(), problems)
                .requireOnly(List.of(CLASS, AlarmsSection.THRESHOLDS, AlarmsSection.ALARMS), "key");
        PatientClass patientClass = body.get(CLASS).flatMap(this::patientClass).orElse(defaultClass);
        return PatientAlarmSettings.of(
                patientClass,
                AlarmsSection.of(body, problems).over(classes.get(patientClass).settings()),
                PATIENTS + ", " + own.key());
    }

    private void requireReachable(Entry own, Map<String, Integer> earlier) {
        if (own.key().isBlank()) {
            problems.add(own.line(), "a patient must have an id or a pattern such as nicu-*");
        }
        for (Map.Entry<String, Integer> before : earlier.entrySet()) {
            if (PatientRule.isCovered(own.key(), before.getKey())) {
                problems.add(
                        own.line(),
                        own.key() + " would never apply: the first that fits decides, and " + before.getKey()
                                + " on line " + before.getValue() + " fits; put the narrower one first");
                return;
            }
        }
    }

    private Optional<PatientClass> patientClass(Entry entry) {
        if (entry.value() instanceof ScalarNode scalar && CLASS_KEYS.contains(scalar.getValue())) {
            return Optional.of(PatientClass.values()[CLASS_KEYS.indexOf(scalar.getValue())]);
        }
        problems.add(
                entry.line(),
                entry.key() + " must be one of " + String.join(", ", CLASS_KEYS) + ", was "
                        + YamlSection.describe(entry.value()));
        return Optional.empty();
    }
}
