package org.archirender.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.problem.Location;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/**
 * A folder below templates/.
 *
 * @param requires providers that have to be chosen too
 */
record Provider(String name, List<String> requires, List<File> files) {
    /**
     * A file that it gives.
     *
     * @param at where provider.yaml lists it
     * @param path where it goes, in the feedstock or below rendered/port/
     * @param when empty for always
     */
    record File(
            Location at,
            TreePath path,
            TemplateScope scope,
            boolean executable,
            Optional<FileCondition> when,
            Content content) {
        /** The file for {@code model}. */
        TreeFile render(Map<String, Object> model) {
            return content.render(model).withExecutable(executable);
        }
    }

    /** What a file is made of. */
    interface Content {
        /**
         * The file for {@code model}.
         *
         * @throws org.archirender.problem.InputException where it can't be rendered
         */
        TreeFile render(Map<String, Object> model);
    }
}
