package org.archirender.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.template.ProviderReader.Listing;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/** Reads the folders below templates/, and holds each against its provider.yaml. */
final class ProviderFolders {
    static final String FOLDER = "templates/";
    private static final String DESCRIPTION = "provider.yaml";
    private static final String SUFFIX = ".ftl";

    private final FileTree files;
    private final List<Problem> problems = new ArrayList<>();

    ProviderFolders(FileTree files) {
        this.files = files;
    }

    /** @throws InputException with all that is wrong */
    SortedMap<String, Provider> read() {
        Set<String> names = new LinkedHashSet<>();
        for (TreePath path : files.files().keySet()) {
            int slash = path.value().indexOf('/');
            if (slash > 0) {
                names.add(path.value().substring(0, slash));
            }
        }
        SortedMap<String, Provider> providers = new TreeMap<>();
        names.forEach(name -> read(name).ifPresent(provider -> providers.put(name, provider)));
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return providers;
    }

    private Optional<Provider> read(String name) {
        FileTree folder = files.folder(name);
        Optional<String> text = folder.get(DESCRIPTION).flatMap(TreeFile::text);
        if (text.isEmpty()) {
            problems.add(new Problem(
                    Location.of(FOLDER + name), "has no provider.yaml", "write one, see docs/templates.md"));
            return Optional.empty();
        }
        String description = FOLDER + name + "/" + DESCRIPTION;
        int before = problems.size();
        Listing listing = ProviderReader.read(text.get(), description, problems);
        if (listing.files().isEmpty() && problems.size() > before) {
            return Optional.empty(); // what it lists is not known
        }
        Set<TreePath> listed = new LinkedHashSet<>(List.of(TreePath.of(DESCRIPTION)));
        List<ProviderFile> provided = new ArrayList<>();
        for (ProviderFile.Listed file : listing.files()) {
            Optional<TreePath> source = source(folder, file.path());
            if (source.isEmpty()) {
                problems.add(new Problem(
                        file.at(), "there is neither " + name + "/" + file.path() + SUFFIX + " nor one without .ftl"));
            } else if (!listed.add(source.get())) {
                problems.add(new Problem(file.at(), "lists " + file.path() + " a second time"));
            } else {
                content(name, folder, source.get(), file)
                        .ifPresent(content -> provided.add(new ProviderFile(file, content)));
            }
        }
        for (TreePath path : folder.files().keySet()) {
            if (!listed.contains(path)) {
                problems.add(new Problem(
                        Location.of(FOLDER + name + "/" + path),
                        description + " does not list it",
                        "add it there under 'files', or remove it"));
            }
        }
        return Optional.of(new Provider(name, listing.requires(), provided));
    }

    private static Optional<TreePath> source(FileTree folder, TreePath path) {
        TreePath template = TreePath.of(path + SUFFIX);
        return Optional.of(folder.contains(template) ? template : path).filter(folder::contains);
    }

    private Optional<ProviderFile.Content> content(
            String name, FileTree folder, TreePath source, ProviderFile.Listed file) {
        TreeFile bytes = folder.get(source).orElseThrow();
        if (!source.value().endsWith(SUFFIX)) {
            return Optional.of(new ProviderFile.Copied(bytes));
        }
        String place = FOLDER + name + "/" + source;
        try {
            FileKind kind = FileKind.of(file.path(), file.executable());
            return Optional.of(new ProviderFile.Rendered(FreeMarkerEngine.parse(bytes.text(place), place, kind), kind));
        } catch (InputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }
}
