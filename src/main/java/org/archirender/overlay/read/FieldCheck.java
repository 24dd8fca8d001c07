package org.archirender.overlay.read;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.archirender.overlay.edit.Until;
import org.archirender.problem.Problem;
import org.archirender.recipe.RecipePath;
import org.archirender.text.Anchor;
import org.archirender.text.Regex;
import org.archirender.tree.TreePath;
import org.archirender.yaml.Field;
import org.archirender.yaml.FieldShape;
import org.archirender.yaml.Unknown;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlNode.Sequence;

/** Whether a field's value has the field's shape. */
public final class FieldCheck {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final List<String> SIDES = List.of("after", "before");

    private final String subject;
    private final Consumer<Problem> problems;
    private boolean right = true;

    private FieldCheck(String subject, Consumer<Problem> problems) {
        this.subject = subject;
        this.problems = problems;
    }

    /** Tells {@code problems} what is wrong with {@code node} as the value of {@code field}; true when nothing is. */
    public static boolean passes(Field field, YamlNode node, Consumer<Problem> problems) {
        FieldCheck check = new FieldCheck("'" + field.name() + "'", problems);
        check.check(field.shape(), node);
        return check.right;
    }

    private void check(FieldShape shape, YamlNode node) {
        switch (shape) {
            case TEXT -> oneLine(shape, node);
            case PATH -> path(shape, node);
            case PATHS -> each(shape, node, item -> path(shape, item));
            case WORDS -> each(shape, node, item -> oneLine(shape, item));
            case ITEM -> notBlank(shape, node);
            case ITEMS -> each(shape, node, item -> notBlank(shape, item));
            case LINES -> each(shape, node, item -> block(shape, item));
            case PAIRS -> pairs(shape, node);
            case FILE -> refuseUnless(oneLine(shape, node), node, shape, TreePath.wrongWith(text(node)));
            case ANCHOR -> refuseUnless(oneLine(shape, node), node, shape, Anchor.wrongWith(text(node)));
            case REGEX -> refuseUnless(oneLine(shape, node), node, shape, wrongWithRegex(text(node)));
            case WITHIN -> within(shape, node);
            case WHOLE_NUMBER, COLUMN ->
                oneOf(shape, node, NUMBER.matcher(text(node)).matches());
            case COUNT -> oneOf(shape, node, text(node).matches("[1-9][0-9]{0,8}"));
            case TRUTH -> oneOf(shape, node, List.of("true", "false").contains(text(node)));
            case START -> oneOf(shape, node, List.of("start", "end").contains(text(node)));
            case KEEP -> oneOf(shape, node, text(node).equals("comment"));
            case UNTIL -> oneOf(shape, node, Until.parse(text(node)).isPresent());
        }
    }

    private void refuse(YamlNode node, String message, String fix) {
        right = false;
        problems.accept(new Problem(node.at(), subject + " " + message, fix));
    }

    private void refuseUnless(boolean checkable, YamlNode node, FieldShape shape, String wrong) {
        if (checkable && !wrong.isEmpty()) {
            refuse(node, wrong, "give " + words(shape));
        }
    }

    private void oneOf(FieldShape shape, YamlNode node, boolean fits) {
        if (!fits) {
            String is =
                    node instanceof Scalar scalar && !scalar.isNull() ? "is '" + scalar.text() + "'" : "is not right";
            refuse(node, is, "give " + words(shape));
        }
    }

    private boolean block(FieldShape shape, YamlNode node) {
        if (!(node instanceof Scalar scalar)) {
            refuse(node, "has a list or a mapping where a text belongs", "give " + words(shape));
            return false;
        }
        if (scalar.isNull()) {
            refuse(node, "is empty", "give " + words(shape));
            return false;
        }
        return true;
    }

    private void notBlank(FieldShape shape, YamlNode node) {
        if (block(shape, node) && text(node).isBlank()) {
            refuse(node, "is empty", "give " + words(shape));
        }
    }

    private boolean oneLine(FieldShape shape, YamlNode node) {
        if (!block(shape, node)) {
            return false;
        }
        String text = text(node);
        if (text.isBlank() || text.chars().anyMatch(c -> c < ' ' && c != '\t')) {
            refuse(
                    node,
                    text.isBlank() ? "is empty" : "has a line break or another control character",
                    "give " + words(shape));
            return false;
        }
        return true;
    }

    private void each(FieldShape shape, YamlNode node, Consumer<YamlNode> check) {
        if (!(node instanceof Sequence sequence)) {
            check.accept(node);
        } else if (sequence.items().isEmpty()) {
            refuse(node, "is an empty list", "give " + words(shape));
        } else {
            sequence.items().forEach(check);
        }
    }

    private void pairs(FieldShape shape, YamlNode node) {
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            refuse(node, "is no mapping", "give " + words(shape));
            return;
        }
        for (Entry entry : mapping.entries()) {
            oneLine(FieldShape.TEXT, entry.key());
            oneLine(FieldShape.TEXT, entry.value());
        }
    }

    private void within(FieldShape shape, YamlNode node) {
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            refuse(node, "is no mapping", "give " + words(shape));
            return;
        }
        for (Entry entry : mapping.entries()) {
            String side = entry.key().text();
            if (SIDES.contains(side)) {
                check(FieldShape.ANCHOR, entry.value());
            } else {
                right = false;
                problems.accept(Unknown.problem(entry.key(), subject + " has no field", SIDES));
            }
        }
    }

    private void path(FieldShape shape, YamlNode node) {
        if (oneLine(shape, node)) {
            try {
                RecipePath.parse(text(node));
            } catch (IllegalArgumentException e) {
                refuse(node, "is no path: " + e.getMessage(), "write it as 'requirements/host' or 'source[0]/url'");
            }
        }
    }

    private static String wrongWithRegex(String text) {
        try {
            Regex.of(text);
            return "";
        } catch (IllegalArgumentException e) {
            return "does not work: " + e.getMessage();
        }
    }

    private static String words(FieldShape shape) {
        return shape.words().replace("`", "'");
    }

    private static String text(YamlNode node) {
        return node instanceof Scalar scalar ? scalar.text() : "";
    }
}
