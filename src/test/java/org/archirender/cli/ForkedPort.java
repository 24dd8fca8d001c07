package org.archirender.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.archirender.cli.Shell.Said;
import org.archirender.publish.fake.Git;
import org.archirender.publish.fake.GitHttpServer;
import org.eclipse.jgit.util.FileUtils;

/**
 * A port whose feedstocks are forks of one upstream repository, all on git's own http server; and states of the remotes
 * and of the work folder, to come back to.
 */
final class ForkedPort implements AutoCloseable {
    private static final String TOKEN = "ghp_0123456789secret";

    /** More than what is fetched of a branch at first. */
    private static final int LONG = 60;

    private final Path root;
    private final Shell shell;
    private final GitHttpServer server;
    private final List<String> names = new ArrayList<>();

    /** {@code feedstocks} forks with a {@code master} that lacks upstream's newest commits. */
    ForkedPort(Path root, int feedstocks) throws IOException {
        this.root = root;
        this.server = new GitHttpServer(Files.createDirectories(root.resolve("remotes")), TOKEN);
        this.shell = Shell.in(root.resolve("port")).withPort().variable("ARCHI_RENDER_TOKEN", TOKEN);
        shell.file(
                "overlays/port.yaml",
                shell.read("overlays/port.yaml")
                        + "commits: {author: A Porter, email: porter@example.org, date: 2019-01-15}\n"
                        + "remote: " + server.address() + "/own/{name}-feedstock\n");
        Git upstream = Git.init(root.resolve("remotes/upstream"));
        upstream.grow("master", LONG, "Re-rendered");
        for (int i = 0; i < feedstocks; i++) {
            fork("p%02d".formatted(i), upstream);
        }
    }

    private void fork(String name, Git upstream) throws IOException {
        names.add(name);
        Git own = Git.init(remote(name).directory());
        FileUtils.delete(own.directory().resolve("hooks").toFile(), FileUtils.RECURSIVE);
        own.git("fetch", "-q", upstream.directory().toString(), "master:master");
        own.git("update-ref", "refs/heads/master", "master~5");
        shell.withPackage(name, "");
        String overlay = "overlays/" + name + "/overlay.yaml";
        String start = own.git("rev-parse", "master").strip();
        shell.file(
                overlay,
                shell.read(overlay)
                        .replace("conda-forge/" + name + "-feedstock", "'" + server.address() + "/upstream'")
                        .replaceFirst("[0-9a-f]{40}", start));
    }

    Git remote(String name) {
        return new Git(root.resolve("remotes/own/" + name + "-feedstock"));
    }

    /** Makes the branch of every tenth feedstock one of more of our commits than are fetched at first. */
    void letHistoriesGrow() {
        for (int i = 0; i < names.size(); i += 10) {
            Git own = remote(names.get(i));
            own.grow("aarch64", LONG, own.git("log", "-1", "--format=%B", "aarch64"));
        }
    }

    /** Has somebody make the branch of every tenth feedstock from upstream's newest commit. */
    void startBranchesByHand() {
        for (int i = 0; i < names.size(); i += 10) {
            remote(names.get(i))
                    .git("fetch", "-q", root.resolve("remotes/upstream").toString(), "master:aarch64");
        }
    }

    /** Makes every rendering another. */
    void change(String script) {
        shell.file("templates/ci/build.sh.ftl", script);
    }

    GitHttpServer server() {
        return server;
    }

    /** Publishes, here. */
    Said publish() {
        return shell.run("--all", "--push", "-j", "2");
    }

    /** Publishes, in a process of its own. */
    Process start() throws IOException {
        return RealProcess.start(
                root.resolve("port"),
                root.resolve("log"),
                Map.of("ARCHI_RENDER_TOKEN", TOKEN),
                "--all",
                "--push",
                "-j",
                "2");
    }

    /** Every ref of every remote with its object. */
    String refs() {
        StringBuilder refs = new StringBuilder();
        for (String name : names) {
            refs.append(name).append('\n').append(remote(name).git("for-each-ref"));
        }
        return refs.toString();
    }

    /** How many branches are now where {@link #keep} did not see them. */
    long moved(String state) {
        return names.stream()
                .filter(name -> !branch(root.resolve("remotes/own"), name)
                        .equals(branch(root.resolve(state).resolve("own"), name)))
                .count();
    }

    private static String branch(Path remotes, String name) {
        try {
            Path ref = remotes.resolve(name + "-feedstock/refs/heads/aarch64");
            return Files.exists(ref) ? Files.readString(ref) : "";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps the remotes and, unless {@code withoutWork}, the work folder as they are now. */
    void keep(String state, boolean withoutWork) throws IOException {
        for (String name : names) {
            pack(remote(name).directory());
            pack(root.resolve("port/work/" + name + "-feedstock.git"));
        }
        copy(root.resolve("remotes/own"), root.resolve(state).resolve("own"));
        if (!withoutWork) {
            copy(root.resolve("port/work"), root.resolve(state).resolve("work"));
        }
    }

    /** Makes the remotes and the work folder what they were, and removes all renderings. */
    void restore(String state) throws IOException {
        remove(root.resolve("port/rendered"));
        remove(root.resolve("port/work"));
        remove(root.resolve("remotes/own"));
        copy(root.resolve(state).resolve("own"), root.resolve("remotes/own"));
        copy(root.resolve(state).resolve("work"), root.resolve("port/work"));
    }

    /** Leaves few files to copy. */
    private static void pack(Path repository) {
        if (Files.exists(repository)) {
            new Git(repository).git("repack", "-adq");
            new Git(repository).git("pack-refs", "--all");
        }
    }

    private static void remove(Path folder) throws IOException {
        FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        Files.createDirectories(to.resolveSibling("."));
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
