package org.rwave.cli.data;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.rwave.cli.CommandFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rwave data fetch}. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = {
            "Downloads a data base from PhysioNet: mitdb, vfdb or nstdb.",
            "Files that are there already and right are not fetched again; an interrupted download",
            "is continued by the same command. Every file is checked against SHA256SUMS.txt."
        },
        footer = {"", "Example: rwave data fetch mitdb"})
public final class FetchCommand implements Callable<Integer> {
    private static final String PHYSIONET = "https://physionet.org/files/";
    /** Signals, headers, annotations and the lists that name them; the rest of a data base is documentation. */
    private static final Set<String> WANTED_ENDINGS = Set.of("hea", "dat", "atr");

    private static final Set<String> WANTED_FILES = Set.of("RECORDS", "ANNOTATORS", "LICENSE.txt");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DATABASE", description = "mitdb, vfdb or nstdb.", arity = "1")
    private PhysioNetDatabase database;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Where it goes, in a folder of the data base's name (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            defaultValue = PHYSIONET,
            description = "A mirror with the same layout (default: ${DEFAULT-VALUE}).")
    private URI baseUrl;

    @Option(names = "--records", split = ",", paramLabel = "NAME", description = "Only these records.")
    private List<String> records = List.of();

    @Option(names = "--all", description = "Everything in the data base, documentation included.")
    private boolean isAll;

    @Option(names = "--overwrite", description = "Replace files that are there but differ.")
    private boolean isOverwrite;

    private final Download download;

    /** As the command line makes it. */
    public FetchCommand() {
        this(Download.DownloadSettings.defaults());
    }

    FetchCommand(Download.DownloadSettings settings) {
        this.download = new Download(settings);
    }

    @Override
    public Integer call() throws IOException {
        URI root = root();
        PrintWriter out = spec.commandLine().getOut();
        out.println(database.notice());
        out.println();
        out.flush();
        Path folder = data.resolve(database.folder());
        Path list = folder.resolve(ChecksumList.FILE);
        URI listAddress = root.resolve(ChecksumList.FILE);
        download.fetch(listAddress, list, "", bytes -> {});
        Map<String, String> files = chosen(ChecksumList.parse(Files.readString(list), listAddress.toString()));
        FetchProgress progress = new FetchProgress(
                spec.commandLine().getErr(),
                CommandLine.Help.Ansi.AUTO.enabled(),
                System::nanoTime,
                database.folder(),
                files.size());
        int fetched = fetch(root, folder, files, progress);
        out.printf(
                Locale.ROOT,
                "%s: %d files in %s, all verified; %d fetched (%.1f MB), %d were there%n",
                database.folder(),
                files.size(),
                folder,
                fetched,
                progress.bytes() / 1e6,
                files.size() - fetched);
        out.flush();
        return 0;
    }

    private URI root() {
        String text = baseUrl.toString();
        boolean isHttp = "https".equals(baseUrl.getScheme()) || "http".equals(baseUrl.getScheme());
        if (!isHttp || baseUrl.getHost() == null) {
            throw new ParameterException(
                    spec.commandLine(), "--base-url must be an http or https address, was " + text);
        }
        return URI.create(text.endsWith("/") ? text : text + "/").resolve(database.address());
    }

    private int fetch(URI root, Path folder, Map<String, String> files, FetchProgress progress) throws IOException {
        int fetched = 0;
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                if (!isThere(target, file.getValue())) {
                    download.fetch(root.resolve(file.getKey()), target, file.getValue(), progress::received);
                    fetched++;
                }
                progress.fileDone();
            }
        } finally {
            progress.end();
        }
        return fetched;
    }

    private boolean isThere(Path target, String sha256) throws IOException {
        if (!Files.exists(target)) {
            return false;
        }
        if (Files.isRegularFile(target) && Sha256.of(target).equals(sha256)) {
            return true;
        }
        if (!isOverwrite) {
            throw new CommandFailed(target + " is there but differs from what " + ChecksumList.FILE
                    + " says; move it away or pass --overwrite");
        }
        return false;
    }

    private Map<String, String> chosen(Map<String, String> all) {
        Map<String, String> chosen = new LinkedHashMap<>();
        Set<String> missing = new TreeSet<>(records);
        all.forEach((path, sha256) -> {
            String record = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
            boolean isOfRecord = WANTED_ENDINGS.contains(path.substring(path.lastIndexOf('.') + 1))
                    && !path.contains("/")
                    && (records.isEmpty() || records.contains(record));
            if (isOfRecord) {
                missing.remove(record);
            }
            if (isAll || isOfRecord || WANTED_FILES.contains(path)) {
                chosen.put(path, sha256);
            }
        });
        if (!missing.isEmpty()) {
            throw new CommandFailed("no record " + String.join(", ", missing) + " in " + database.folder() + "; "
                    + ChecksumList.FILE + " in " + data.resolve(database.folder()) + " lists what there is");
        }
        return chosen;
    }
}
