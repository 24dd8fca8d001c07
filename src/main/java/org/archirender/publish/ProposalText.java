package org.archirender.publish;

import java.util.List;
import java.util.stream.Collectors;
import org.archirender.conda.FeedstockLayout;
import org.archirender.overlay.EditResult;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.text.Markdown;
import org.archirender.tree.FileChange;
import org.archirender.tree.TreeDiff;

/**
 * What the reader of a pull request is told: the edits with their reasons, the variants that change, the inputs.
 *
 * @param changes from what the port's branch holds to what it is to hold
 */
record ProposalText(BranchContent content, TreeDiff changes) {
    String title() {
        return "Render %s %s for %s"
                .formatted(content.name(), content.upstream().version(), content.target());
    }

    /** In Markdown. */
    String body() {
        return """
                %s at %s, rendered for %s.

                ### Edits

                %s
                ### Variants

                %s
                %sInputs: `%s`

                Made by archi-render. What is wrong here is fixed in the overlay of %s: this branch then follows.
                """.formatted(
                        Markdown.text(content.upstream().repository()),
                        Markdown.text(content.upstream().commit()),
                        content.target(),
                        edits(),
                        variants(),
                        gone(),
                        content.inputDigest(),
                        content.name());
    }

    private String edits() {
        List<EditResult> edits = content.edits();
        return edits.isEmpty()
                ? "None: upstream's recipe as it is.\n"
                : edits.stream().map(ProposalText::line).collect(Collectors.joining());
    }

    private static String line(EditResult result) {
        Edit edit = result.edit();
        return "- %s%s%s%s\n"
                .formatted(
                        Markdown.code(edit.title()),
                        result.status() == EditStatus.APPLIED ? "" : " (" + result.status() + ")",
                        edit.why().map(why -> ": " + Markdown.text(why)).orElse(""),
                        edit.upstream()
                                .map(link -> ", see " + Markdown.text(link))
                                .orElse(""));
    }

    /** What of upstream's goes; nothing where nothing does. */
    private String gone() {
        List<String> gone = content.leaving()
                .summary(changes.changes().stream()
                        .filter(change -> change.after().isEmpty())
                        .map(change -> change.path().value())
                        .filter(path -> !FeedstockLayout.isVariantFile(path, content.target()))
                        .toList());
        return gone.isEmpty()
                ? ""
                : gone.stream()
                        .map(line -> "- " + Markdown.text(line) + "\n")
                        .collect(Collectors.joining("", "### Files of upstream's that go\n\n", "\n"));
    }

    private String variants() {
        List<FileChange> changed = changes.changes().stream()
                .filter(change -> FeedstockLayout.isVariantFile(change.path().value(), content.target()))
                .toList();
        return changed.isEmpty()
                ? "No variant file changes.\n"
                : changed.stream()
                        .map(change -> "- %s %s\n"
                                .formatted(
                                        change.kind(),
                                        Markdown.code(change.path()
                                                .value()
                                                .substring(FeedstockLayout.CI_SUPPORT.length() + 1))))
                        .collect(Collectors.joining());
    }
}
