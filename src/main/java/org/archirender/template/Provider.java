package org.archirender.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.archirender.problem.Location;
import org.archirender.tree.PathGlob;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/**
 * A folder below templates/.
 *
 * @param requires providers that have to be chosen too
 * @param removes files of upstream's that go from the port's branch
 */
record Provider(String name, List<String> requires, List<PathGlob> removes, List<File> files) {
    /**
     * A file that it gives.
     *
     * @param at where provider.yaml lists it
     * @param path where it goes, in the feedstock or below rendered/port/
     * @param when empty for always
     * @param content the file for a model; throws where it can't be rendered
     */
    record File(
            Location at,
            TreePath path,
            TemplateScope scope,
            Optional<FileCondition> when,
            Function<Map<String, Object>, TreeFile> content) {}
}
