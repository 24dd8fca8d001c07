package org.archirender.overlay.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.archirender.overlay.edit.Place.Where;
import org.archirender.text.Anchor;
import org.archirender.yaml.FieldValues;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Scalar;

/** The values of one edit's fields, in the types that edits are made of. */
public final class EditValues extends FieldValues {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** What an edit says of itself, to its reader and not to a recipe: the port's names mean nothing there. */
    private static final List<String> REMARKS = List.of("why", "upstream", "until");

    private final Operation operation;

    /**
     * @param subject the value of the operation's own key
     * @param fields the others
     */
    public EditValues(Operation operation, YamlNode subject, FieldValues fields) {
        super(fields, operation.name(), subject);
        this.operation = operation;
    }

    private EditValues(EditValues values, UnaryOperator<String> text) {
        super(values, field -> !REMARKS.contains(field), text);
        this.operation = values.operation;
    }

    public Operation operation() {
        return operation;
    }

    /** The edit that the operation makes of them. It must say why where the operation wants that. */
    public Edit edit() {
        Edit edit = operation.edit().apply(this);
        String does = operation.why().does().apply(this);
        if (!does.isEmpty() && !has("why")) {
            refuse(
                    operation.name() + " " + does + " and must say why",
                    "add 'why:' with the reason, for whoever reads this next year");
        }
        return edit;
    }

    /** The same with every one of {@link #texts()} changed by {@code text}. */
    EditValues map(UnaryOperator<String> text) {
        return new EditValues(this, text);
    }

    /** Every text but those of why, upstream and until. */
    List<String> texts() {
        return allTexts(field -> !REMARKS.contains(field)).toList();
    }

    /** The value of the operation's own key. */
    public String subject() {
        return text(operation.name());
    }

    /** The same where it may be a list. */
    public List<String> subjects() {
        return texts(operation.name());
    }

    /** A block of text or a list of lines, as lines. */
    public List<String> lines(String field) {
        return texts(field).stream()
                .map(text -> text.endsWith("\n") ? text.substring(0, text.length() - 1) : text)
                .flatMap(block -> Stream.of(block.split("\n", -1)))
                .toList();
    }

    /** A mapping of names to texts. */
    public List<Pair> pairs(String field) {
        return mapping(field).stream()
                .flatMap(mapping -> mapping.entries().stream())
                .map(entry -> new Pair(entry.key().text(), ((Scalar) entry.value()).text()))
                .toList();
    }

    /** Pairs whose names can be a shell's variables. */
    public List<Pair> variables(String field) {
        List<Pair> pairs = pairs(field);
        for (Pair pair : pairs) {
            if (!VARIABLE.matcher(pair.name()).matches()) {
                refuse("'" + pair.name() + "' is no name of a shell variable", "use letters, digits and underscores");
            }
        }
        return pairs;
    }

    /** The anchor in {@code field}, with the edit's nth and within. */
    public Anchor anchor(String field) {
        Optional<FieldValues> within = mapping("within", EditShape.SIDES);
        return new Anchor(
                text(field),
                optionalNumber("nth"),
                within.flatMap(sides -> sides.optional("after")),
                within.flatMap(sides -> sides.optional("before")));
    }

    /** {@link #place} by anchors, where alone nth and within mean something. */
    public Place<Anchor> linePlace() {
        if (!has("before") && !has("after") && (has("nth") || has("within"))) {
            refuse(
                    "'nth' and 'within' pick a line, but neither 'before' nor 'after' names one",
                    "add one, or remove them");
        }
        return place(this::anchor, Where.START);
    }

    /** What at, before and after say together. */
    public <T> Place<T> place(Function<String, T> reference, Where unlessTold) {
        List<String> told = Stream.of("at", "before", "after").filter(this::has).toList();
        if (told.size() > 1) {
            refuse(operation.name() + " says where twice: '" + String.join("' and '", told) + "'", "keep one of them");
        }
        if (has("before") || has("after")) {
            String side = has("before") ? "before" : "after";
            return new Place<>(has("before") ? Where.BEFORE : Where.AFTER, Optional.of(reference.apply(side)));
        }
        Where end = text("at").equals("end") ? Where.END : Where.START;
        return new Place<>(has("at") ? end : unlessTold, Optional.empty());
    }
}
