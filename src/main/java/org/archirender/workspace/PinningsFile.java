package org.archirender.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.tree.FileTree;
import org.archirender.variant.Pinnings;

/** A conda_build_config.yaml with its migrations beside it. */
public final class PinningsFile {
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]]++\\]\\s*+$");

    private PinningsFile() {}

    /**
     * The pinnings in {@code file}, with the migrations in {@code migrations/} beside it.
     *
     * @param name of the file in messages
     * @throws InputException where there is no such file, or nothing in it: everything would be built with conda-build's
     *     defaults, which nobody means who leaves a file empty
     */
    public static Pinnings read(Path file, String name) {
        FileTree migrations = TreeReader.read(file.resolveSibling("migrations"), file.resolveSibling("."));
        String text = UserFile.text(file, name);
        if (text.lines().allMatch(PinningsFile::saysNothing)) {
            throw new InputException(
                    Location.of(name),
                    text.isBlank() ? "is empty: it pins nothing" : "has nothing but comments: it pins nothing",
                    "restore the conda_build_config.yaml that belongs here, or write {} to pin nothing");
        }
        return Pinnings.parse(text, name, migrations);
    }

    /**
     * A warning for each line of {@code text} that ends in brackets without a comment: conda-build takes them for a
     * selector, and not for the list that they are meant to be.
     *
     * @param name of the file in messages
     */
    static List<Problem> traps(String text, String name) {
        List<Problem> traps = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher brackets = BRACKETS.matcher(line);
            if (brackets.find() && line.lastIndexOf('#', brackets.start()) < 0) {
                traps.add(new Problem(
                        new Location(name, number, line.codePointCount(0, brackets.start()) + 1),
                        brackets.group().strip() + " at the end of the line is read as a selector",
                        "write the list below, a line a value"));
            }
        }
        return traps;
    }

    /** Whether a line of YAML is blank, a comment, or a mark of the document's start or end. */
    private static boolean saysNothing(String line) {
        String content = line.strip();
        return content.isEmpty() || content.startsWith("#") || content.equals("---") || content.equals("...");
    }
}
