package org.rwave.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the relocated half of the bundle that Confluent's client comes in may reach the class path. */
class ClassPathTest {
    private static final ClassLoader LOADER = ClassPathTest.class.getClassLoader();

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "com/github/luben/zstd/Zstd.class",
                "org/xerial/snappy/Snappy.class",
                "com/google/common/collect/ImmutableList.class",
                "org/apache/avro/Schema.class",
                "org/apache/kafka/common/utils/Utils.class",
                "com/fasterxml/jackson/databind/ObjectMapper.class"
            })
    void a_class_that_the_bundle_also_has_is_there_once_and_not_from_the_bundle(String name) throws IOException {
        List<URL> places = Collections.list(LOADER.getResources(name));

        assertThat(places).singleElement().asString().contains(".jar!").doesNotContain("flink", "rwave-schemas");
    }

    @Test
    void kafka_compresses_with_the_zstd_and_snappy_that_it_was_built_with() {
        assertThat(source("com.github.luben.zstd.Zstd")).contains("zstd-jni-1.5.6");
        assertThat(source("org.xerial.snappy.Snappy")).contains("snappy-java-1.1.10");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"org/apache/commons/lang3/StringUtils.class", "org/yaml/snakeyaml/Yaml.class"})
    void what_only_the_bundle_would_bring_is_absent(String name) throws IOException {
        assertThat(Collections.list(LOADER.getResources(name)))
                .noneMatch(url -> url.toString().contains("flink"));
        assertThat(LOADER.getResource("org/apache/flink/formats/avro")).isNull();
    }

    @Test
    void the_client_is_confluents_own() {
        assertThat(Registry.connect("http://127.0.0.1:1", java.util.Map.of()).clientClass())
                .isEqualTo("org.apache.flink.avro.registry.confluent.shaded"
                        + ".io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient");
    }

    private static String source(String className) {
        try {
            return Class.forName(className)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
