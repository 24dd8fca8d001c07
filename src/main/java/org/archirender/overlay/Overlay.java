package org.archirender.overlay;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.Edit;
import org.archirender.yaml.YamlNode;

/**
 * What an overlay.yaml says.
 *
 * @param file its path, as the user knows it
 * @param name the package's name, which is the overlay folder's
 * @param base where the vendored base comes from
 * @param skip the reason why this package is not ported; nothing is rendered for it
 * @param config merged into conda-forge.yml by key path
 * @param pins variant overrides for this package, after pinnings.yaml
 * @param chosenProviders the CI provider folders for this package instead of the port's, as they stand in the file
 * @param edits from top to bottom
 */
public record Overlay(
        String file,
        String name,
        Optional<Base> base,
        Optional<String> skip,
        Optional<YamlNode.Mapping> config,
        Optional<YamlNode.Mapping> pins,
        Optional<List<YamlNode.Scalar>> chosenProviders,
        List<Edit> edits) {
    /**
     * The upstream feedstock at which the overlay was last looked.
     *
     * @param repo {@code owner/name}, or an address
     * @param commit its full id, where known
     * @param version the package's version there, where known
     */
    public record Base(String repo, Optional<String> commit, Optional<String> version) {
        public Base {
            requireNonNull(repo, "repo is null");
            requireNonNull(commit, "commit is null");
            requireNonNull(version, "version is null");
        }
    }

    public Overlay {
        requireNonNull(file, "file is null");
        requireNonNull(name, "name is null");
        requireNonNull(base, "base is null");
        requireNonNull(skip, "skip is null");
        requireNonNull(config, "config is null");
        requireNonNull(pins, "pins is null");
        chosenProviders = chosenProviders.map(List::copyOf);
        edits = List.copyOf(edits);
    }

    /** The names of the CI provider folders for this package instead of the port's. */
    public Optional<List<String>> providers() {
        return chosenProviders.map(
                chosen -> chosen.stream().map(YamlNode.Scalar::text).toList());
    }
}
