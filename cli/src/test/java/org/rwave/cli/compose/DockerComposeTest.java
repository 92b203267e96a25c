package org.rwave.cli.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.rwave.cli.KafkaOptions;
import org.rwave.cli.Rwave;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine.Option;

class DockerComposeTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:(\\w+)");
    private static final Path ROOT = Path.of(System.getProperty("rwave.root", ".."));

    @Test
    void every_rwave_service_runs_a_command_line_that_rwave_understands() throws IOException {
        Map<String, Map<String, Object>> services = services();

        for (String name : List.of("topics", "processor", "replay")) {
            String[] arguments = list(services.get(name).get("command")).toArray(new String[0]);
            assertThatCode(() -> Rwave.commandLine().parseArgs(arguments))
                    .as(name + ": " + Arrays.toString(arguments))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void the_rwave_services_find_the_broker_and_the_registry_of_the_file() throws IOException {
        Map<String, Map<String, Object>> services = services();
        String listeners = environment(services.get("kafka"))
                .get("KAFKA_ADVERTISED_LISTENERS")
                .toString();
        String registry = environment(services.get("schema-registry"))
                .get("SCHEMA_REGISTRY_LISTENERS")
                .toString();

        for (String name : List.of("topics", "processor", "replay")) {
            Map<String, Object> environment = environment(services.get(name));
            assertThat(environment.keySet()).isEqualTo(variablesOfKafkaOptions());
            assertThat(listeners).contains("INTERNAL://" + environment.get("RWAVE_BOOTSTRAP_SERVER"));
            assertThat(environment.get("RWAVE_SCHEMA_REGISTRY")).isEqualTo("http://schema-registry:8081");
        }
        assertThat(registry).endsWith(":8081");
    }

    @Test
    void the_broker_is_of_the_version_that_is_built_against() throws IOException {
        assertThat(services().get("kafka").get("image")).isEqualTo("apache/kafka:" + AppInfoParser.getVersion());
    }

    @Test
    void topics_come_from_the_catalogue_and_not_by_themselves() throws IOException {
        assertThat(environment(services().get("kafka"))).containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    }

    @Test
    void services_depend_on_services_that_are_there() throws IOException {
        Map<String, Map<String, Object>> services = services();

        for (Map<String, Object> service : services.values()) {
            Map<String, Object> dependencies = map(service.getOrDefault("depends_on", Map.of()));
            assertThat(services.keySet()).containsAll(dependencies.keySet());
            dependencies.forEach((name, condition) -> {
                if (map(condition).get("condition").equals("service_healthy")) {
                    assertThat(services.get(name)).containsKey("healthcheck");
                }
            });
        }
    }

    @Test
    void the_image_runs_as_a_user_without_privileges() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("Dockerfile"));

        assertThat(lines.stream().filter(line -> line.startsWith("USER "))).containsExactly("USER 10001");
        assertThat(lines.indexOf("USER 10001"))
                .isLessThan(lines.indexOf(lines.stream()
                        .filter(line -> line.startsWith("ENTRYPOINT"))
                        .findFirst()
                        .orElseThrow()));
    }

    /** The environment variables that KafkaOptions reads its defaults from. */
    private static Set<String> variablesOfKafkaOptions() {
        Set<String> names = new TreeSet<>();
        for (Field field : KafkaOptions.class.getDeclaredFields()) {
            Option option = field.getAnnotation(Option.class);
            Matcher variable = VARIABLE.matcher(option == null ? "" : option.defaultValue());
            if (variable.find()) {
                names.add(variable.group(1));
            }
        }
        return names;
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        try (Reader reader = Files.newBufferedReader(ROOT.resolve("docker-compose.yml"))) {
            Map<String, Object> file = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
            Map<String, Map<String, Object>> services = new TreeMap<>();
            map(file.get("services")).forEach((name, service) -> services.put(name, map(service)));
            return services;
        }
    }

    private static Map<String, Object> environment(Map<String, Object> service) {
        return map(service.get("environment"));
    }

    private static Map<String, Object> map(Object yaml) {
        Map<String, Object> map = new TreeMap<>();
        ((Map<?, ?>) yaml).forEach((key, value) -> map.put(key.toString(), value));
        return map;
    }

    private static List<String> list(Object yaml) {
        return ((List<?>) yaml).stream().map(Object::toString).toList();
    }
}
