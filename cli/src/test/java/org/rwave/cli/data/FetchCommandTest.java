package org.rwave.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.cli.Rwave;
import org.rwave.cli.data.FaultyServer.Fault.Kind;
import picocli.CommandLine;

class FetchCommandTest {
    private static final String ROOT = "mitdb/1.0.0/";
    private static final byte[] SIGNAL = new byte[300_000];

    static {
        new Random(7).nextBytes(SIGNAL);
    }

    @TempDir
    Path data;

    private FaultyServer server;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void a_mirror() throws IOException {
        server = new FaultyServer();
        files.put("100.dat", SIGNAL);
        files.put("100.hea", "100 2 360 650000\n".getBytes(StandardCharsets.US_ASCII));
        files.put("100.atr", new byte[] {1, 4, 0, 0});
        files.put("RECORDS", "100\n".getBytes(StandardCharsets.US_ASCII));
        files.put("html/intro.htm", new byte[] {1});
        publish();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void fetches_and_verifies_and_shows_licence_and_citations() throws IOException {
        int code = fetch();

        assertThat(code).isZero();
        assertThat(present()).containsExactly("100.atr", "100.dat", "100.hea", "RECORDS", "SHA256SUMS.txt");
        assertThat(file("100.dat")).hasBinaryContent(SIGNAL);
        assertThat(out.toString())
                .contains("ODC-By 1.0")
                .contains("Goldberger AL")
                .contains("Moody GB, Mark RG")
                .contains("4 files in " + data.resolve("mitdb") + ", all verified; 4 fetched (0.3 MB), 0 were there");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_second_run_fetches_nothing_but_the_list() {
        fetch();
        int before = server.requests().size();

        int code = fetch();

        assertThat(code).isZero();
        assertThat(server.requests().subList(before, server.requests().size()))
                .containsExactly("/" + ROOT + "SHA256SUMS.txt");
        assertThat(out.toString()).contains("0 fetched (0.0 MB), 4 were there");
    }

    @Test
    void a_dropped_connection_is_resumed_where_it_broke() {
        server.fail(ROOT + "100.dat", Kind.DROP, 100_000);
        server.fail(ROOT + "100.dat", Kind.DROP, 50_000);

        int code = fetch();

        assertThat(code).isZero();
        assertThat(file("100.dat")).hasBinaryContent(SIGNAL);
        assertThat(requestsFor("100.dat")).containsExactly("100.dat", "100.dat from 100000", "100.dat from 150000");
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void a_later_run_resumes_what_an_earlier_one_left() throws IOException {
        Files.createDirectories(data.resolve("mitdb"));
        Files.write(file("100.dat.part"), java.util.Arrays.copyOf(SIGNAL, 70_000));

        int code = fetch();

        assertThat(code).isZero();
        assertThat(requestsFor("100.dat")).containsExactly("100.dat from 70000");
        assertThat(file("100.dat")).hasBinaryContent(SIGNAL);
        assertThat(file("100.dat.part")).doesNotExist();
    }

    @Test
    void a_part_that_is_whole_already_is_taken() throws IOException {
        Files.createDirectories(data.resolve("mitdb"));
        Files.write(file("100.dat.part"), SIGNAL);

        int code = fetch();

        assertThat(code).isZero();
        assertThat(file("100.dat")).hasBinaryContent(SIGNAL);
    }

    @Test
    void a_part_of_something_else_is_thrown_away_and_fetched_anew() throws IOException {
        Files.createDirectories(data.resolve("mitdb"));
        Files.write(file("100.dat.part"), new byte[70_000]);

        int code = fetch();

        assertThat(code).isZero();
        assertThat(requestsFor("100.dat")).containsExactly("100.dat from 70000", "100.dat");
        assertThat(file("100.dat")).hasBinaryContent(SIGNAL);
    }

    @Test
    void a_server_that_ignores_ranges_is_taken_from_the_start() {
        server.fail(ROOT + "100.dat", Kind.DROP, 100_000);
        server.fail(ROOT + "100.dat", Kind.IGNORE_RANGE, 0);

        int code = fetch();

        assertThat(code).isZero();
        assertThat(file("100.dat")).hasBinaryContent(SIGNAL);
    }

    @Test
    void wrong_bytes_once_are_fetched_again() {
        server.fail(ROOT + "100.dat", Kind.WRONG_BYTES, 0);

        int code = fetch();

        assertThat(code).isZero();
        assertThat(file("100.dat")).hasBinaryContent(SIGNAL);
        assertThat(requestsFor("100.dat")).containsExactly("100.dat", "100.dat");
    }

    @Test
    void wrong_bytes_twice_are_refused_and_nothing_is_kept() {
        server.fail(ROOT + "100.dat", Kind.WRONG_BYTES, 0);
        server.fail(ROOT + "100.dat", Kind.WRONG_BYTES, 0);

        int code = fetch();

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("100.dat: content is wrong, twice: SHA-256 ");
        assertThat(present()).doesNotContain("100.dat", "100.dat.part");
    }

    @Test
    void a_connection_that_brings_nothing_is_given_up_after_bounded_retries_with_back_off() {
        for (int i = 0; i < 10; i++) {
            server.fail(ROOT + "100.dat", Kind.DROP, i == 0 ? 1000 : 0);
        }

        int code = fetch();

        assertThat(code).isEqualTo(1);
        assertThat(requestsFor("100.dat")).hasSize(5);
        assertThat(pauses.stream().map(Duration::toSeconds)).containsExactly(1L, 2L, 4L, 8L);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("gave up after 5 attempts").contains("the same command resumes it later");
        assertThat(present()).contains("100.dat.part").doesNotContain("100.dat");
    }

    @Test
    void a_stalled_connection_is_dropped_and_resumed() {
        server.fail(ROOT + "100.dat", Kind.STALL, 100_000);

        int code = fetch();

        assertThat(code).isZero();
        assertThat(file("100.dat")).hasBinaryContent(SIGNAL);
        assertThat(requestsFor("100.dat")).containsExactly("100.dat", "100.dat from 100000");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {429, 500, 503})
    void a_passing_trouble_of_the_server_is_waited_out(int status) {
        server.fail(ROOT + "100.dat", Kind.STATUS, status);
        server.fail(ROOT + "SHA256SUMS.txt", Kind.STATUS, status);

        int code = fetch();

        assertThat(code).isZero();
        assertThat(file("100.dat")).hasBinaryContent(SIGNAL);
        assertThat(pauses).hasSize(2);
    }

    @Test
    void a_file_that_is_not_there_is_refused_at_once_in_one_line() {
        server.fail(ROOT + "100.dat", Kind.STATUS, 404);

        int code = fetch();

        assertThat(code).isEqualTo(1);
        assertThat(pauses).isEmpty();
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("100.dat: the server answered 404 (not found)");
        assertThat(present()).doesNotContain("100.dat");
    }

    @Test
    void a_file_of_ones_own_under_the_same_name_is_not_replaced_unless_asked() throws IOException {
        Files.createDirectories(data.resolve("mitdb"));
        Files.writeString(file("100.hea"), "my own");

        int refused = fetch();
        String kept = Files.readString(file("100.hea"));
        int replaced = fetch("--overwrite");

        assertThat(refused).isEqualTo(1);
        assertThat(kept).isEqualTo("my own");
        assertThat(err.toString()).contains("100.hea is there but differs");
        assertThat(replaced).isZero();
        assertThat(file("100.hea")).hasBinaryContent(files.get("100.hea"));
    }

    @Test
    void a_list_that_points_outside_the_folder_is_refused() {
        server.put(
                ROOT + "SHA256SUMS.txt", ("0".repeat(64) + "  ../../evil.dat\n").getBytes(StandardCharsets.US_ASCII));

        int code = fetch();

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("SHA256SUMS.txt line 1 names the unusable path \"../../evil.dat\"");
    }

    @Test
    void a_page_instead_of_the_list_is_refused() {
        server.put(ROOT + "SHA256SUMS.txt", "<html>log in first</html>".getBytes(StandardCharsets.US_ASCII));

        int code = fetch();

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("SHA256SUMS.txt line 1 is not a checksum and a file name");
    }

    @Test
    void single_records_and_everything_can_be_chosen() {
        int unknown = fetch("--records", "100,999");
        int all = fetch("--all");

        assertThat(unknown).isEqualTo(1);
        assertThat(err.toString()).contains("no record 999 in mitdb");
        assertThat(all).isZero();
        assertThat(file("html/intro.htm")).exists();
    }

    @ParameterizedTest(name = "fetch {0}")
    @ValueSource(strings = {"ptbdb", "mitdb --base-url=ftp://example.org/", "", "mitdb --nonsense"})
    void wrong_usage_has_exit_code_2(String arguments) {
        int code = execute(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));

        assertThat(code).isEqualTo(2);
    }

    private int fetch(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("mitdb", "--base-url", server.address(), "--data", data.toString()));
        arguments.addAll(List.of(more));
        return execute(arguments.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        CommandLine root = Rwave.commandLine();
        Download.DownloadSettings settings = new Download.DownloadSettings(Duration.ofSeconds(2), 5, pauses::add);
        return new CommandLine(new FetchCommand(settings))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(root.getExecutionExceptionHandler())
                .setParameterExceptionHandler(root.getParameterExceptionHandler())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private Path file(String name) {
        return data.resolve("mitdb").resolve(name);
    }

    private List<String> present() {
        try (Stream<Path> entries = Files.list(data.resolve("mitdb"))) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> requestsFor(String name) {
        return server.requests().stream()
                .filter(request -> request.startsWith("/" + ROOT + name))
                .map(request -> request.substring(ROOT.length() + 1))
                .toList();
    }

    private void publish() {
        StringBuilder list = new StringBuilder();
        files.forEach((name, content) -> {
            server.put(ROOT + name, content);
            list.append(sha256(content)).append(' ').append(name).append('\n');
        });
        server.put(ROOT + "SHA256SUMS.txt", list.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
