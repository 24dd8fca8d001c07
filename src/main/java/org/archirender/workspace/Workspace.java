package org.archirender.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.archirender.conda.FeedstockLayout;
import org.archirender.overlay.Overlay;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.render.Feedstock;
import org.archirender.render.Port;
import org.archirender.render.PortReader;
import org.archirender.render.Renderer;
import org.archirender.template.Templates;
import org.archirender.text.NearMiss;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeDigest;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.tree.TreeScope;
import org.archirender.variant.Pinnings;

/** A port's folder: where its inputs and its output lie. What is read is named relative to it in every message. */
public final class Workspace {
    /** The path of what all feedstocks of the port share. */
    public static final String PORT = "overlays/port.yaml";

    /** A folder's name: what a user gives may not lead elsewhere. */
    private static final Pattern PACKAGE = Pattern.compile("[^./][^/]*");

    private final Path root;

    private Workspace(Path root) {
        this.root = root;
    }

    /**
     * The nearest workspace at {@code start} or above it.
     *
     * @throws InputException where there is none
     */
    public static Workspace above(Path start) {
        Path directory = start;
        while (directory != null) {
            if (isWorkspace(directory)) {
                return new Workspace(directory);
            }
            directory = directory.getParent();
        }
        throw new InputException(
                Location.of(start.toString()),
                "no workspace here or above: none of these folders has overlays/ and pinnings.yaml",
                "change into one, or give it with -C DIR");
    }

    /**
     * The workspace at {@code root}.
     *
     * @throws InputException where it is none
     */
    public static Workspace at(Path root) {
        if (!isWorkspace(root)) {
            throw new InputException(
                    Location.of(root.toString()),
                    "is not a workspace: overlays/ or pinnings.yaml is missing",
                    "give a folder that has both");
        }
        return new Workspace(root);
    }

    private static boolean isWorkspace(Path directory) {
        return Files.isDirectory(directory.resolve("overlays"))
                && Files.isRegularFile(directory.resolve("pinnings.yaml"));
    }

    /** The folder that holds {@code overlays/} and {@code pinnings.yaml}. */
    public Path root() {
        return root;
    }

    /** Where this tool keeps what is neither input nor output: its lock, and the git repositories of feedstocks. */
    public Path workFolder() {
        return root.resolve("work");
    }

    /** Every package that has an overlay, by name. */
    public List<String> packages() {
        return folders(root.resolve("overlays"));
    }

    /** {@code overlays/port.yaml}. */
    public Port port() {
        if (!Files.exists(root.resolve(PORT))) {
            throw new InputException(
                    Location.of(PORT), "there is no such file", "begin it with 'port: 1' and 'target: linux-aarch64'");
        }
        return PortReader.read(text(PORT), PORT);
    }

    /** {@code pinnings.yaml} with {@code migrations/}. */
    public Pinnings pinnings() {
        return PinningsFile.read(root.resolve("pinnings.yaml"), "pinnings.yaml");
    }

    /** Warnings about what pinnings and migrations say in vain, or otherwise than it looks. */
    public List<Problem> pinningsTraps() {
        return PinningsFile.traps(root.resolve("pinnings.yaml"), "pinnings.yaml", port().target());
    }

    /** Warnings about migrations whose keys nobody has. */
    public List<Problem> idleMigrations() {
        return PinningsFile.idleMigrations(root.resolve("pinnings.yaml"), "pinnings.yaml", port().target());
    }

    /** Warnings about what lies in {@code overlays/}, {@code templates/} and {@code migrations/} and nobody reads. */
    public List<Problem> strays() {
        return new StrayFiles(root).found();
    }

    /** {@code templates/}, a folder a provider. */
    public Templates templates() {
        return Templates.of(templateFiles());
    }

    private FileTree templateFiles() {
        return TreeReader.read(root.resolve("templates"), root);
    }

    /** What renders this workspace's feedstocks: port, pinnings and templates, read once. */
    public Renderer renderer() {
        return new Renderer(port(), pinnings(), templates());
    }

    /**
     * One package's inputs, {@code overlays/NAME/}.
     *
     * @throws InputException where there is no such package, or its overlay.yaml is wrong
     */
    public Feedstock feedstock(String name) {
        return feedstock(name, inputs(name));
    }

    /**
     * The same of what is to lie, or lies, below {@code overlays/NAME/}.
     *
     * @throws InputException where there is no overlay.yaml, or a wrong one
     */
    public static Feedstock feedstock(String name, FileTree all) {
        String file = "overlays/" + name + "/overlay.yaml";
        String text = all.get("overlay.yaml")
                .orElseThrow(() -> new InputException(
                        Location.of(file),
                        "there is no such file",
                        "begin it with 'overlay: 1' and 'package: " + name + "'"))
                .text(file);
        return new Feedstock(Overlay.read(text, file), all.folder("base"), all.folder("files"));
    }

    /**
     * All that lies below {@code overlays/NAME/}.
     *
     * @throws InputException where there is no such package
     */
    public FileTree inputs(String name) {
        return ControlFiles.live(overlay(name), "overlays/" + name + "/");
    }

    /** What every rendering is made from, whatever the package: port, pinnings, migrations, templates. */
    public FileTree sharedInputs() {
        return FileTree.empty()
                .with(TreePath.of(PORT), TreeFile.of(text(PORT)))
                .with(TreePath.of("pinnings.yaml"), TreeFile.of(text("pinnings.yaml")))
                .with(TreeReader.read(root.resolve("migrations"), root).under("migrations"))
                .with(templateFiles().under("templates"));
    }

    /**
     * A digest over everything that the rendering of {@code name} is made from: {@code sha256:} and 64 hex digits.
     *
     * @param shared the {@link #sharedInputs}
     */
    public String inputDigest(FileTree shared, String name) {
        return "sha256:"
                + TreeDigest.empty()
                        .add(shared)
                        .add(overlay(name).under("overlays/" + name))
                        .hex();
    }

    private FileTree overlay(String name) {
        if (!PACKAGE.matcher(name).matches() || !Files.isDirectory(overlayFolder(name))) {
            throw unknown(name);
        }
        return TreeReader.readPlain(overlayFolder(name), root, TreeScope.ALL);
    }

    private InputException unknown(String name) {
        String near = NearMiss.question(NearMiss.of(name, packages()));
        String vendor = PACKAGE.matcher(name).matches()
                ? "vendor it with: archi-render init " + name + " --from DIR|URL"
                : "name a package as its folder in overlays/ is named";
        return new InputException(
                Location.of("overlays/" + name),
                "there is no package '%s' in this workspace".formatted(name),
                near.isEmpty() ? vendor : near);
    }

    /** The folder of one package's inputs. */
    public Path overlayFolder(String name) {
        return named(root.resolve("overlays"), name, name);
    }

    /** @throws InputException where no folder here can be called so */
    private Path named(Path parent, String folder, String name) {
        try {
            return parent.resolve(folder);
        } catch (InvalidPathException e) {
            throw unknown(name);
        }
    }

    /** Puts right what killed runs left, before a run that holds the lock writes. */
    public void recover(TreeStore store) {
        store.recover(root.resolve("overlays"));
        store.recover(renderedFolder());
    }

    /** The folder of everything rendered. */
    public Path renderedFolder() {
        return root.resolve("rendered");
    }

    /** The folder for the feedstock of {@code name} below {@code rendered/}. */
    public Path renderedFolder(String name) {
        return named(renderedFolder(), FeedstockLayout.repository(name), name);
    }

    /** The folder for what belongs to the port and to no feedstock. */
    public Path renderedPort() {
        return renderedFolder().resolve("port");
    }

    /** Packages of which a rendering is on disk, by name. */
    public List<String> renderedPackages() {
        return folders(renderedFolder()).stream()
                .flatMap(folder -> FeedstockLayout.packageOf(folder).stream())
                .toList();
    }

    /** A tree below the workspace as it is on disk; empty where there is none. */
    public FileTree onDisk(Path folder) {
        return TreeReader.read(folder, root);
    }

    /**
     * The text of an input.
     *
     * @param file relative to the workspace
     */
    public String text(String file) {
        return UserFile.text(root.resolve(file), file);
    }

    private static List<String> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(parent)) {
            return list.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw DiskFailure.reading(parent.toString(), e);
        }
    }
}
