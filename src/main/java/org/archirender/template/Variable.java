package org.archirender.template;

import static java.util.Objects.requireNonNull;

/**
 * A variable that templates may use.
 *
 * @param name with dots, as in {@code target.arch}; a name that ends in {@code []} is a member of each item of a list
 * @param type {@code text}, {@code list}, {@code mapping}
 * @param about what it is and where its value comes from
 * @param example as YAML
 * @param feedstockOnly whether files for the port do not see it
 */
public record Variable(String name, String type, String about, String example, boolean feedstockOnly) {
    public Variable {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(about, "about is null");
        requireNonNull(example, "example is null");
    }
}
