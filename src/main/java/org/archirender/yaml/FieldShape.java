package org.archirender.yaml;

import java.time.DateTimeException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.archirender.problem.Problem;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlNode.Sequence;

/** What a field's value looks like: what the reader checks, and what the schema and the reference say of it. */
public sealed interface FieldShape {
    /** In words, as Markdown, such as "a list of lines, or one block of text". */
    String words();

    /**
     * Tells {@code problems} what is wrong with {@code value}.
     *
     * @param subject what it is the value of, as in "'nth'"
     */
    void check(String subject, YamlNode value, Consumer<Problem> problems);

    /** A text of one line or of several, not blank. */
    static Text block(String words) {
        return new Text(words, false, text -> text.isBlank() ? "is empty" : "");
    }

    /** Any text, an empty one among them. */
    static Text anyText(String words) {
        return new Text(words, false, text -> "");
    }

    /** A text on one line that {@code isRight}. */
    static Text text(String words, Predicate<String> isRight) {
        return new Text(words, false, line(text -> isRight.test(text) ? "" : "is '" + text + "'"));
    }

    /** A text on one line that {@code parse} takes; of another it throws as parsers of Java's do. */
    static Text parsed(String words, Function<String, ?> parse) {
        return text(words, text -> {
            try {
                return parse.apply(text) != null;
            } catch (IllegalArgumentException | DateTimeException e) {
                return false;
            }
        });
    }

    /**
     * A text on one line, never a number or a truth for who writes it.
     *
     * @param wrongWith what is wrong with a text, as in "is absolute"; empty where it is right
     */
    static Text string(String words, UnaryOperator<String> wrongWith) {
        return new Text(words, true, line(wrongWith));
    }

    /** A list of such values, which may be empty. */
    default FieldShape list(String words) {
        return new ListOf(words, this, false, true);
    }

    /** A list of such values, at least one. */
    default FieldShape filledList(String words) {
        return new ListOf(words, this, false, false);
    }

    /** A scalar, whose text is what counts. */
    sealed interface OfText extends FieldShape {
        /** What is wrong with {@code text}, as in "is empty"; empty where nothing is. */
        String wrongWith(String text);

        /** What to do then. */
        default String fix() {
            return give(words());
        }

        @Override
        default void check(String subject, YamlNode value, Consumer<Problem> problems) {
            String wrong = "has a list or a mapping where a text belongs";
            if (value instanceof Scalar scalar) {
                wrong = scalar.isNull() ? "is empty" : wrongWith(scalar.text());
            }
            if (!wrong.isEmpty()) {
                problems.accept(new Problem(value.at(), subject + " " + wrong, fix()));
            }
        }
    }

    /**
     * A text.
     *
     * @param fix what to do about a wrong one
     * @param string whether it is a text for YAML too, and no number
     * @param wrong what is wrong with a text; gives an empty one where nothing is
     */
    record Text(String words, String fix, boolean string, UnaryOperator<String> wrong) implements OfText {
        Text(String words, boolean string, UnaryOperator<String> wrong) {
            this(words, give(words), string, wrong);
        }

        /** The same with another advice. */
        public Text withFix(String advice) {
            return new Text(words, advice, string, wrong);
        }

        /** Such a text, or a list of them, at least one. */
        public FieldShape orList(String both) {
            String advice = fix.equals(give(words)) ? give(both) : fix;
            return new ListOf(both, new Text(both, advice, string, wrong), true, false);
        }

        @Override
        public String wrongWith(String text) {
            return wrong.apply(text);
        }
    }

    /** A whole number of at most nine digits, from {@code least}, which is 0 or 1. */
    record WholeNumber(String words, int least) implements OfText {
        @Override
        public String wrongWith(String text) {
            return text.matches(least == 0 ? "[0-9]{1,9}" : "[1-9][0-9]{0,8}") ? "" : "is '" + text + "'";
        }
    }

    /** One of some texts, numbers or truths. */
    record Choice(String words, List<?> values) implements OfText {
        @Override
        public String wrongWith(String text) {
            return values.stream().map(String::valueOf).anyMatch(text::equals) ? "" : "is '" + text + "'";
        }
    }

    /**
     * A list.
     *
     * @param orOne whether a single item may stand for a list of it
     * @param orNone whether it may be empty
     */
    record ListOf(String words, FieldShape item, boolean orOne, boolean orNone) implements FieldShape {
        @Override
        public void check(String subject, YamlNode value, Consumer<Problem> problems) {
            if (value instanceof Sequence sequence) {
                if (sequence.items().isEmpty() && !orNone) {
                    problems.accept(new Problem(value.at(), subject + " is an empty list", give(words)));
                }
                sequence.items().forEach(each -> item.check(subject, each, problems));
            } else if (orOne) {
                item.check(subject, value, problems);
            } else {
                problems.accept(new Problem(value.at(), subject + " is no list", give(words)));
            }
        }
    }

    /**
     * A mapping with keys of its own choice; a null value is none.
     *
     * @param known keys whose values have a shape where they are there
     */
    record Open(String words, List<Field> known) implements FieldShape {
        public Open {
            known = List.copyOf(known);
        }

        @Override
        public void check(String subject, YamlNode value, Consumer<Problem> problems) {
            if (!(value instanceof YamlNode.Mapping mapping)) {
                problems.accept(noMapping(subject, value, words));
                return;
            }
            once(subject, mapping, problems);
            for (Field field : known) {
                mapping.get(field.name()).filter(each -> !each.isNull()).ifPresent(each -> field.check(each, problems));
            }
        }

        /** No key may stand twice, however deep: the first one would be there in vain. */
        private static void once(String subject, YamlNode node, Consumer<Problem> problems) {
            Set<String> seen = new HashSet<>();
            if (node instanceof YamlNode.Mapping mapping) {
                for (Entry entry : mapping.entries()) {
                    String key = entry.key().text();
                    if (!seen.add(key)) {
                        problems.accept(new Problem(
                                entry.key().at(), subject + " has '" + key + "' twice", "keep one of them"));
                    }
                    once("'" + key + "'", entry.value(), problems);
                }
            } else {
                node.asList().stream().filter(item -> item != node).forEach(item -> once(subject, item, problems));
            }
        }
    }

    /** A mapping of at least one name to a text. */
    record Pairs(String words) implements FieldShape {
        @Override
        public void check(String subject, YamlNode value, Consumer<Problem> problems) {
            if (!(value instanceof YamlNode.Mapping mapping)
                    || mapping.entries().isEmpty()) {
                problems.accept(noMapping(subject, value, words));
                return;
            }
            for (Entry entry : mapping.entries()) {
                FieldShapes.TEXT.check(subject, entry.key(), problems);
                FieldShapes.TEXT.check(subject, entry.value(), problems);
            }
        }
    }

    /** A mapping with {@code fields}, at least one of them. */
    record Nested(String words, Fields fields) implements FieldShape {
        @Override
        public void check(String subject, YamlNode value, Consumer<Problem> problems) {
            if (!(value instanceof YamlNode.Mapping mapping)
                    || mapping.entries().isEmpty()) {
                problems.accept(noMapping(subject, value, words));
            } else {
                fields.read(mapping, problems);
            }
        }
    }

    /**
     * What a reader of its own checks, afterwards.
     *
     * @param definition the name that the schema gives it
     */
    record Defined(String words, String definition) implements FieldShape {
        @Override
        public void check(String subject, YamlNode value, Consumer<Problem> problems) {}
    }

    /** Markdown as a message has it. */
    static String plain(String markdown) {
        return markdown.replace("`", "'");
    }

    private static String give(String words) {
        return "give " + plain(words);
    }

    private static Problem noMapping(String subject, YamlNode value, String words) {
        return new Problem(value.at(), subject + " is no mapping", give(words));
    }

    private static UnaryOperator<String> line(UnaryOperator<String> wrongWith) {
        return text -> {
            if (text.isBlank()) {
                return "is empty";
            }
            boolean control = text.chars().anyMatch(c -> c < ' ' && c != '\t');
            return control ? "has a line break or another control character" : wrongWith.apply(text);
        };
    }
}
