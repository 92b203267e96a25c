package org.rwave.cli.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.cli.CommandFailed;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topic;
import org.rwave.schemas.topic.Topics;

class EmbeddedClusterTest {
    private static final Topics TOPICS = Topics.standard();

    @TempDir
    private Path state;

    @Test
    void starts_with_every_topic_of_the_catalogue_and_nothing_else() throws Exception {
        try (EmbeddedCluster cluster = EmbeddedCluster.start(TOPICS);
                Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            Set<String> expected = new HashSet<>(TOPICS.configs().keySet());
            expected.add("_schemas");

            assertThat(admin.listTopics().names().get()).isEqualTo(expected);
            assertThat(admin.describeTopics(List.of("ecg.alerts.v1"))
                            .allTopicNames()
                            .get()
                            .get("ecg.alerts.v1")
                            .partitions())
                    .hasSize(Topic.DEFAULT_PARTITIONS);
        }
    }

    @Test
    void leaves_nothing_behind_without_a_state_directory() throws IOException {
        StateDirectory temporary = StateDirectory.open(Optional.empty());
        Path logs = Files.createDirectories(temporary.logs());
        Files.writeString(logs.resolve("segment"), "data");

        temporary.close();

        assertThat(logs.getParent()).doesNotExist();
    }

    @Test
    void keeps_schemas_and_their_ids_across_a_restart() {
        Optional<Path> kept = Optional.of(state);
        List<Integer> before;
        try (EmbeddedCluster cluster = EmbeddedCluster.start(0, 0, kept, TOPICS)) {
            before = ids(cluster);
        }

        try (EmbeddedCluster cluster = EmbeddedCluster.start(0, 0, kept, TOPICS)) {
            assertThat(ids(cluster)).isEqualTo(before).doesNotHaveDuplicates();
        }
    }

    private static List<Integer> ids(EmbeddedCluster cluster) {
        try (Registry registry = Registry.connect(cluster.registryUrl(), Map.of())) {
            return TOPICS.withSchema().stream()
                    .map(topic ->
                            registry.register(topic.subject(), topic.format().schema()))
                    .toList();
        }
    }

    @Test
    void refuses_a_second_broker_on_the_same_directory_and_leaves_the_first_alone() throws Exception {
        Optional<Path> kept = Optional.of(state);
        try (EmbeddedCluster first = EmbeddedCluster.start(0, 0, kept, TOPICS);
                Admin admin = Admin.create(Map.of("bootstrap.servers", first.bootstrapServers()))) {
            assertThatThrownBy(() -> EmbeddedCluster.start(0, 0, kept, TOPICS))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessage("state directory " + state
                            + " is in use by another embedded broker; stop that one or choose another directory");

            assertThat(admin.listTopics().names().get()).contains("ecg.alerts.v1");
        }
    }

    @Test
    void names_the_busy_port_and_the_option_that_changes_it() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> EmbeddedCluster.start(port, 0, Optional.empty(), TOPICS))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessage("port " + port + " is busy; stop what listens there or choose another with --port");
            assertThatThrownBy(() -> EmbeddedCluster.start(0, port, Optional.empty(), TOPICS))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessage("port " + port
                            + " is busy; stop what listens there or choose another with --registry-port");
        }
    }
}
