package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.monitor.BeatSource;

class ProcessorSettingsTest {
    @Test
    void have_documented_defaults() {
        ProcessorSettings settings = ProcessorSettings.defaults();

        assertThat(settings.monitor().beatSource()).isEqualTo(BeatSource.DETECTOR);
        assertThat(settings.guarantee()).isEqualTo(Guarantee.AT_LEAST_ONCE);
        assertThat(settings.linger()).isLessThanOrEqualTo(Duration.ofMillis(5));
        assertThat(settings.metricsPort()).isEmpty();
    }

    @Test
    void report_all_problems_at_once() {
        assertThatThrownBy(() ->
                        ProcessorSettings.of(Map.of("beats", "own", "threads", "0", "linger", "soon", "colour", "red")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("beats must be one of detector, reference, was 'own'")
                .hasMessageContaining("threads must be a whole number from 1 to 256, was '0'")
                .hasMessageContaining("linger must be a duration from 0s to 100ms")
                .hasMessageContaining("unknown setting colour; known are alarm-settings, application-id,");
    }

    @Test
    void are_checked_against_each_other() {
        assertThatThrownBy(() -> ProcessorSettings.of(Map.of("no-data-after", "1m", "discharge-after", "30s")))
                .hasMessage("discharge-after must be longer than no-data-after");
    }

    @Test
    void read_what_they_write() {
        ProcessorSettings settings = ProcessorSettings.of(Map.of(
                "beats", "reference", "guarantee", "exactly_once_v2", "metrics-port", "0", "commit-interval", "250ms"));

        assertThat(ProcessorSettings.of(settings.toMap())).isEqualTo(settings);
    }

    @Test
    void commit_more_often_where_readers_wait_for_it() {
        assertThat(ProcessorSettings.of(Map.of("guarantee", "exactly_once_v2")).commitInterval())
                .isEqualTo(Duration.ofMillis(100));
        assertThat(ProcessorSettings.defaults().commitInterval()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void become_properties_that_kafka_streams_knows() {
        KafkaConnection kafka = new KafkaConnection("b:1", "http://r", Map.of("security.protocol", "SSL"));

        StreamsConfig config = new StreamsConfig(StreamsProperties.of(ProcessorSettings.defaults(), kafka));

        assertThat(config.getProducerConfigs("c"))
                .containsEntry("linger.ms", 2L)
                .containsEntry("acks", "all");
        assertThat(config.getProducerConfigs("c")).containsEntry("security.protocol", "SSL");
    }

    @Test
    void chunks_are_fetched_as_they_come_or_after_the_wait_that_is_set() {
        assertThat(consumer(Map.of())).containsEntry("fetch.min.bytes", 1);
        assertThat(consumer(Map.of("fetch-wait", "10ms")))
                .containsEntry("fetch.min.bytes", 1024 * 1024)
                .containsEntry("fetch.max.wait.ms", 10);
    }

    private static Map<String, Object> consumer(Map<String, String> values) {
        KafkaConnection kafka = new KafkaConnection("b:1", "http://r", Map.of());
        return new StreamsConfig(StreamsProperties.of(ProcessorSettings.of(values), kafka))
                .getMainConsumerConfigs("group", "client", 0);
    }

    @Test
    void leave_commits_to_the_tasks_unless_a_transaction_joins_them() {
        assertThat(streamsCommitMillis("at_least_once")).isGreaterThan(3_600_000);
        assertThat(streamsCommitMillis("exactly_once_v2")).isEqualTo(250);
    }

    private static long streamsCommitMillis(String guarantee) {
        ProcessorSettings settings = ProcessorSettings.of(Map.of("guarantee", guarantee, "commit-interval", "250ms"));
        return new StreamsConfig(StreamsProperties.of(settings, new KafkaConnection("b:1", "http://r", Map.of())))
                .getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
    }

    @Test
    void never_print_what_may_be_a_password() {
        KafkaConnection kafka = new KafkaConnection("b:1", "http://r", Map.of("sasl.jaas.config", "password=secret"));

        assertThat(kafka.toString()).doesNotContain("secret");
    }
}
