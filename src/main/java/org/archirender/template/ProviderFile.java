package org.archirender.template;

import freemarker.template.Template;
import java.util.Optional;
import org.archirender.problem.Location;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/** A file that a provider gives. */
record ProviderFile(Listed listed, Content content) {
    /**
     * What provider.yaml says of it.
     *
     * @param at where it is listed
     * @param path where it goes, in the feedstock or below rendered/port/
     * @param when a condition over the variables; empty for always
     */
    record Listed(Location at, TreePath path, TemplateScope scope, boolean executable, Optional<When> when) {}

    /** An expression, where it stands, and the template that says whether it holds. */
    record When(Location at, String expression, Template template) {}

    /** What the file is made of. */
    sealed interface Content {}

    /** A parsed template. */
    record Rendered(Template template, FileKind kind) implements Content {}

    /** A file that goes as it is. */
    record Copied(TreeFile file) implements Content {}
}
