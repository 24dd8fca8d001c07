package org.archirender.overlay;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.archirender.overlay.edit.Operation;
import org.archirender.overlay.read.FileOperations;
import org.archirender.overlay.read.RecipeOperations;
import org.archirender.overlay.read.TextOperations;

/** The table of all operations. What is not in here does not exist: reader, schema and reference are made from it. */
public final class Operations {
    /** In the order of the reference. */
    public static final List<Operation> ALL = Stream.of(RecipeOperations.ALL, TextOperations.ALL, FileOperations.ALL)
            .flatMap(List::stream)
            .toList();

    private Operations() {}

    static Optional<Operation> named(String name) {
        return ALL.stream().filter(operation -> operation.name().equals(name)).findFirst();
    }

    public static List<String> names() {
        return ALL.stream().map(Operation::name).toList();
    }
}
