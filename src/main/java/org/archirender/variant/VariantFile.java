package org.archirender.variant;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.FeedstockLayout;
import org.archirender.conda.VariantValue;

/**
 * One job of the CI: a file of {@code .ci_support/}.
 *
 * @param name without {@code .yaml}, as in {@code linux_aarch64_python3.12.____cpython}
 * @param text what is in the file
 * @param values by key; {@code zip_keys} and {@code pin_run_as_build} are not among them. Each value knows its place
 */
public record VariantFile(String name, String text, SortedMap<String, List<VariantValue>> values) {
    public VariantFile {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The path in the feedstock. */
    public String path() {
        return FeedstockLayout.variantFile(name);
    }
}
