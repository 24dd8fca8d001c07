package org.archirender.overlay.readback;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.selector.SelectedText.Line;

/** A selector without one of its brackets, or with more: to conda-build a comment, and the line counts everywhere. */
final class HalfSelector {
    private static final Pattern HALF = Pattern.compile("#\\s*+\\[[^#]*+$|(?<=\\s)#[^\\[#]*+(?<=])$");

    private HalfSelector() {}

    /**
     * Refuses one that was written.
     *
     * @param number the line's, 0-based
     * @throws EditRefusal naming it
     */
    static void refuse(Line line, int number) {
        Matcher half = HALF.matcher(line.text());
        if (line.selector().isEmpty() && half.find()) {
            throw EditStatus.READS_OTHERWISE.refusal(
                    "'%s' of line %d is no selector to conda-build, as [linux] is".formatted(half.group(), number + 1));
        }
    }
}
