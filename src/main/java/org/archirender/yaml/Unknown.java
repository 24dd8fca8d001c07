package org.archirender.yaml;

import java.util.List;
import org.archirender.problem.Problem;
import org.archirender.text.NearMiss;
import org.archirender.yaml.YamlNode.Scalar;

/** The one way to say that a word in a user's file names nothing. */
public final class Unknown {
    private Unknown() {}

    /**
     * As in {@code edit-flags has no field 'ad'; did you mean 'add'?}
     *
     * @param owner what should have had it, and how it is called there, as in "edit-flags has no field"
     * @param known all that there is
     */
    public static Problem problem(Scalar word, String owner, List<String> known) {
        return new Problem(
                word.at(),
                NearMiss.behind(owner + " '" + word.text() + "'", NearMiss.of(word.text(), known)),
                known.isEmpty() ? "remove it" : "there is " + String.join(", ", known));
    }
}
