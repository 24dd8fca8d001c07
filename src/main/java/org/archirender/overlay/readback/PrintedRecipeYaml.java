package org.archirender.overlay.readback;

import java.util.Optional;
import java.util.SortedMap;
import org.archirender.recipeyaml.RecipeFacts;

/** What a recipe.yaml comes to. */
record PrintedRecipeYaml(RecipeFacts facts) implements Printed {
    @Override
    public Optional<String> version() {
        return facts.version();
    }

    @Override
    public SortedMap<String, String> numbers() {
        return facts.numbers();
    }

    @Override
    public Optional<Boolean> hasChecksum(String sha256) {
        return facts.checksums().map(all -> all.contains(sha256));
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(facts.variables().get(name));
    }
}
