package org.archirender.docs;

import java.util.List;
import org.archirender.overlay.Condition;
import org.archirender.overlay.Operations;
import org.archirender.overlay.Overlay;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.Operation;
import org.archirender.render.PortReader;
import org.archirender.yaml.Field;
import org.archirender.yaml.Fields;

/** docs/overlays.md: the reference of the overlay language, from the tables that the reader uses. */
public final class OverlayReference {
    private static final String INTRODUCTION = """
            <!-- Generated from the operations; `mvn test -Dtest=OverlayDocumentsTest -Dregenerate` writes it anew. -->
            # Overlays

            An overlay, `overlays/NAME/overlay.yaml`, says what one package needs on this port, and why. It is applied to the
            vendored `base/` each time, never to an earlier result. `docs/schema/overlay.schema.json` and
            `docs/schema/port.schema.json` let an editor complete and check it; for editors that use the YAML language server,
            begin the file with

                # yaml-language-server: $schema=../../docs/schema/overlay.schema.json

            """;

    private static final String EDITS = """
            ## Edits

            The first key of an edit names its operation, the others are its fields. Edits run from top to bottom, each sees
            the former's result, the port's rules come first. Two edits of which one changes what the other wrote, or needs
            what the other took away, are an error: make one of them.

            Any text of an edit may use the port's names between at-signs: `@target@`, `@channel@`, `@binutils@`, `@version@`
            and what `names` in port.yaml adds. An unknown name is an error, `@@` is an at-sign, and a single at-sign is
            itself.

            ### Paths

            Keys joined by `/`, as in `requirements/host`. A member of a list of mappings stands in brackets:
            `outputs[libcurl]/requirements/run` by its name, `source[folder=tcl]/sha256` by a value, `source[0]/url` by its
            place. `source` may be a mapping or a list. Where a key stands several times, its selector picks one:
            `build/skip[win]`. A list of paths, `[requirements/host, requirements/run]`, applies the edit to each.

            ### Items

            An item goes by its first word without quotes: `conda-env` finds `conda-env >=2.6`. A Jinja item goes by its call,
            `compiler('c')`, a command by its full text, any by `^prefix`. Two hits are an error; `NAME[selector]` picks one.
            An item in an `{% if %}` block can be addressed; "at the end" is never inside one. In recipe.yaml items may stand
            under `if:` and `then:`, and variables are those of `context:`.

            ### Anchors

            An anchor is a whole line without the white space around it, `^prefix` of such a line, or `~regex`, which is
            searched in the line as it stands. `make` does not hit `make check`. It counts logical lines: those that end in a
            backslash go on in the next. It must hit exactly once, else `nth` picks one, or
            `within: {after: ANCHOR, before: ANCHOR}` limits where it looks. Expressions are Java's, with a bound on their
            steps.

            ### What is written

            Line ends, a missing final newline, a byte order mark and all lines that an edit does not name stay as they are.
            Texts are written verbatim. YAML cuts an unquoted text at ` #`: quote an item that has a selector. It
            takes the indent of a block's first line away from all of them: `with: |2` keeps it, counted from two columns
            below the key; `lint` tells where one is missed.

            """;

    private static final String STATUSES = """
            ## Statuses

            Each edit ends in one. While a package is rendered from its own base, all but `APPLIED` stop it, with the place in
            the overlay, what the base has there, near misses and what to do.

            """;

    private static final String RULES = """
            ## Rules

            `rules` in `overlays/port.yaml` are edits with a condition in `when`. They are tried on every feedstock before its
            own overlay; one whose condition does not hold for the base does nothing. In a rule, `select-item` has its selector
            in `selector`. Several keys in one condition must all hold.

                rules:
                  - unset-key: build/noarch
                    when: {has: build/noarch}
                    why: the bootstrap has one subdir only

            """;

    private OverlayReference() {}

    /** The whole page, in Markdown. */
    public static String markdown() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append("## overlay.yaml\n\n");
        keys(page, Overlay.KEYS);
        page.append("\n`base` has\n\n");
        keys(page, Overlay.Base.KEYS);
        page.append('\n').append(EDITS);
        page.append("### Fields of every operation\n\n");
        fields(page, Operation.COMMON);
        page.append("\n## Operations\n\n| operation | its value | does |\n|---|---|---|\n");
        for (Operation operation : Operations.ALL) {
            row(
                    page,
                    "[`" + operation.name() + "`](#" + operation.name() + ")",
                    operation.subject().meaning(),
                    operation.meaning().split("\\. ", 2)[0].replaceAll("\\.$", ""));
        }
        Operations.ALL.forEach(operation -> operation(page, operation));
        page.append('\n').append(STATUSES).append("| status | meaning |\n|---|---|\n");
        for (EditStatus status : EditStatus.values()) {
            row(page, "`" + status + "`", status.meaning());
        }
        page.append('\n').append(RULES);
        fields(page, Condition.FIELDS.all());
        page.append("\n## port.yaml\n\n");
        keys(page, PortReader.KEYS);
        return page.toString();
    }

    private static void operation(StringBuilder page, Operation operation) {
        page.append("\n### ")
                .append(operation.name())
                .append("\n\n")
                .append(operation.meaning())
                .append(" [Examples](../src/test/resources/edits/" + operation.name() + ".md).\n\n");
        page.append(operation.example().indent(4)).append('\n');
        page.append("- `")
                .append(operation.name())
                .append("`: ")
                .append(operation.subject().meaning());
        page.append(" (").append(operation.subject().shape().words()).append(")\n");
        for (Field field : operation.fields()) {
            page.append("- `").append(field.name()).append('`').append(field.required() ? "" : ", optional");
            page.append(": ")
                    .append(field.meaning())
                    .append(" (")
                    .append(field.shape().words())
                    .append(")\n");
        }
        if (!operation.why().when().isEmpty()) {
            page.append("- `why` is required ").append(operation.why().when()).append('\n');
        }
    }

    private static void fields(StringBuilder page, List<Field> fields) {
        page.append("| field | value | meaning |\n|---|---|---|\n");
        fields.forEach(
                field -> row(page, "`" + field.name() + "`", field.shape().words(), field.meaning()));
    }

    static void keys(StringBuilder page, Fields keys) {
        page.append("| key | required | meaning |\n|---|---|---|\n");
        keys.all().forEach(key -> row(page, "`" + key.name() + "`", key.required() ? "yes" : "", key.meaning()));
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ").append(String.join(" | ", cells).replace("\n", " ")).append(" |\n");
    }
}
