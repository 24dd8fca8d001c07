package org.archirender.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.archirender.jinja.Statement.Target;
import org.archirender.python.syntax.Expression;
import org.archirender.python.syntax.Token;
import org.archirender.python.value.PythonException;
import org.jspecify.annotations.Nullable;

/** Puts a template's segments together to statements, as Jinja 3 without extensions does. */
final class TemplateParser {
    private static final List<String> UNSUPPORTED =
            List.of("call", "filter", "with", "print", "extends", "include", "import", "from", "block", "autoescape");

    private static final int MAX_NESTING = 60;

    private final List<Segment> segments;
    private int position;
    private int nesting;
    private int conditional;
    private int loops;
    private int macros;
    private Set<String> assigned = new TreeSet<>();
    private Set<String> unsure = new TreeSet<>();

    private TemplateParser(List<Segment> segments) {
        this.segments = segments;
    }

    /**
     * The statements of {@code source}, whose line ends are {@code \n}.
     *
     * @throws PythonException with an offset
     */
    static Statement.Block parse(String source) {
        TemplateParser parser = new TemplateParser(Scanner.scan(source));
        return parser.block(() -> parser.statements(List.of(), null));
    }

    /** A body with variables of its own. */
    private Statement.Block block(Supplier<List<Statement>> body) {
        Set<String> outerAssigned = assigned;
        Set<String> outerUnsure = unsure;
        assigned = new TreeSet<>();
        unsure = new TreeSet<>();
        Statement.Block block = new Statement.Block(body.get(), assigned, unsure);
        assigned = outerAssigned;
        unsure = outerUnsure;
        return block;
    }

    /** A body with variables of its own up to the tag {@code end}, which is taken. */
    private Statement.Block block(String end, Token opening) {
        Statement.Block block = block(() -> statements(List.of(end), opening));
        TagParser tag = endTag();
        tag.next();
        tag.expectEnd();
        return block;
    }

    /** The statements up to a tag that starts with one of {@code ends}; that tag is the current segment then. */
    private List<Statement> statements(List<String> ends, @Nullable Token opening) {
        if (opening != null && ++nesting > MAX_NESTING) {
            throw PythonException.limit("blocks nested more than " + MAX_NESTING + " deep")
                    .at(opening.offset());
        }
        List<Statement> body = new ArrayList<>();
        while (position < segments.size()) {
            Segment segment = segments.get(position);
            if (segment.opensWith(ends)) {
                nesting--;
                return body;
            }
            position++;
            body.add(statement(segment));
        }
        if (opening != null) {
            throw PythonException.syntax("'" + opening.text() + "' without its " + ends.get(ends.size() - 1))
                    .at(opening.offset());
        }
        return body;
    }

    private Statement statement(Segment segment) {
        return switch (segment.kind()) {
            case TEXT -> new Statement.Text(segment.text());
            case VARIABLE -> {
                TagParser tag = tag(segment);
                Expression value = tag.inParentheses();
                finish(tag);
                yield new Statement.Output(value);
            }
            case BLOCK -> block(tag(segment));
        };
    }

    private TagParser tag(Segment segment) {
        return new TagParser(segment.tokens(), macros > 0);
    }

    /** The tag that ended the statements before; it is taken. */
    private TagParser endTag() {
        return tag(segments.get(position++));
    }

    private void finish(TagParser tag) {
        tag.expectEnd();
        if (conditional == 0) {
            tag.checkNames();
        }
    }

    private Statement block(TagParser tag) {
        Token keyword = tag.expectName();
        return switch (keyword.text()) {
            case "set" -> set(tag, keyword);
            case "if" -> branches(tag, keyword);
            case "for" -> loop(tag, keyword);
            case "macro" -> macro(tag, keyword);
            default ->
                throw (UNSUPPORTED.contains(keyword.text())
                                ? PythonException.unsupported("the tag '" + keyword.text() + "'")
                                : PythonException.syntax("an unknown tag '" + keyword.text() + "'"))
                        .at(keyword.offset());
        };
    }

    private Statement set(TagParser tag, Token keyword) {
        Target target = target(tag, true, false);
        assigned.addAll(target.variables());
        if (tag.takeOperator("=")) {
            Expression value = tag.inParentheses();
            finish(tag);
            return new Statement.Assign(target, value);
        }
        if (tag.current().isOperator("|")) {
            throw PythonException.unsupported("a filter of a 'set' block")
                    .at(tag.current().offset());
        }
        finish(tag);
        return new Statement.AssignBlock(target, block("endset", keyword));
    }

    private Target target(TagParser tag, boolean members, boolean insideLoop) {
        Token first = tag.current();
        List<Target> targets = new ArrayList<>();
        boolean comma = false;
        while (!tag.current().isOperator(")") && !(insideLoop && tag.current().isName("in"))) {
            targets.add(single(tag, members && targets.isEmpty(), insideLoop));
            if (!tag.takeOperator(",")) {
                break;
            }
            comma = true;
        }
        if (targets.isEmpty()) {
            throw tag.unexpected(first, "a name to assign to");
        }
        return comma ? new Target.Many(targets, first.offset()) : targets.get(0);
    }

    private Target single(TagParser tag, boolean members, boolean insideLoop) {
        if (tag.takeOperator("(")) {
            return tag.inBrackets(() -> target(tag, false, insideLoop));
        }
        Token name = tag.expectName();
        if (members && tag.takeOperator(".")) {
            return new Target.Member(name.text(), tag.expectName().text(), name.offset());
        }
        boolean constant =
                List.of("true", "false", "none", "True", "False", "None").contains(name.text());
        if (constant || (name.isName("loop") && (insideLoop || loops > 0))) {
            throw PythonException.syntax("an assignment to " + name.text()).at(name.offset());
        }
        return new Target.Variable(name.text());
    }

    private Statement branches(TagParser opening, Token keyword) {
        List<Statement.Branch> branches = new ArrayList<>();
        List<Statement> otherwise = List.of();
        Set<String> before = new TreeSet<>(assigned);
        TagParser tag = opening;
        conditional++;
        for (String word = "elif"; !word.equals("endif"); word = tag.next().text()) {
            if (word.equals("else")) {
                tag.takeOperator(":");
                tag.expectEnd();
                otherwise = statements(List.of("endif"), keyword);
            } else {
                Expression test = tag.conditionless();
                finish(tag);
                branches.add(new Statement.Branch(test, statements(List.of("elif", "else", "endif"), keyword)));
            }
            tag = endTag();
        }
        tag.expectEnd();
        conditional--;
        if (branches.size() > 2) {
            assigned.stream().filter(name -> !before.contains(name)).forEach(unsure::add);
        }
        return new Statement.If(branches, otherwise);
    }

    private Statement loop(TagParser tag, Token keyword) {
        Target target = target(tag, false, true);
        if (!tag.takeName("in")) {
            throw tag.unexpected(tag.current(), "'in'");
        }
        Expression values = tag.conditionless();
        Optional<Expression> test = tag.takeName("if") ? Optional.of(tag.expression()) : Optional.empty();
        if (tag.current().isName("recursive")) {
            throw PythonException.unsupported("a recursive loop")
                    .at(tag.current().offset());
        }
        finish(tag);
        loops++;
        int outer = conditional;
        conditional = 0;
        Statement.Block body = block(() -> statements(List.of("else", "endfor"), keyword));
        Statement.Block otherwise = block(List::of);
        TagParser end = endTag();
        if (end.next().isName("else")) {
            end.takeOperator(":");
            end.expectEnd();
            otherwise = block("endfor", keyword);
        } else {
            end.expectEnd();
        }
        conditional = outer;
        loops--;
        return new Statement.For(target, values, test, body, otherwise, keyword.offset());
    }

    private Statement.Macro macro(TagParser tag, Token keyword) {
        String name = tag.expectName().text();
        assigned.add(name);
        List<Statement.Parameter> parameters = parameters(tag);
        finish(tag);
        macros++;
        Statement.Block body = block("endmacro", keyword);
        macros--;
        return new Statement.Macro(name, parameters, body);
    }

    private static List<Statement.Parameter> parameters(TagParser tag) {
        List<Statement.Parameter> parameters = new ArrayList<>();
        tag.expect("(");
        boolean optional = false;
        while (!tag.current().isOperator(")")) {
            Token name = tag.expectName();
            Optional<Expression> fallback = tag.takeOperator("=") ? Optional.of(tag.expression()) : Optional.empty();
            if (fallback.isEmpty() && optional) {
                throw PythonException.syntax("a parameter without a default after one with it")
                        .at(name.offset());
            }
            optional = fallback.isPresent();
            parameters.add(new Statement.Parameter(name.text(), fallback));
            if (!tag.current().isOperator(")")) {
                tag.expect(",");
            }
        }
        tag.expect(")");
        return parameters;
    }
}
