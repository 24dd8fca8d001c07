package org.archirender.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.jinja.Statement.Target;
import org.archirender.python.syntax.Expression;
import org.archirender.python.syntax.Token;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;

/** Puts a template's segments together to statements, as Jinja 3 without extensions does. */
final class TemplateParser {
    /** The name under which a filter block's filter finds the block's text; no template can write it. */
    static final String BODY = "(body)";

    private static final int MAX_NESTING = 60;

    private final List<Segment> segments;
    private int position;
    private int nesting;
    private int conditional;
    private int loops;

    private TemplateParser(List<Segment> segments) {
        this.segments = segments;
    }

    /**
     * The statements of {@code source}, whose line ends are {@code \n}.
     *
     * @throws PythonException with an offset
     */
    static List<Statement> parse(String source) {
        TemplateParser parser = new TemplateParser(Scanner.scan(source));
        return parser.statements(List.of(), null);
    }

    /** The statements up to a tag that starts with one of {@code ends}; that tag is the current segment then. */
    private List<Statement> statements(List<String> ends, @org.jspecify.annotations.Nullable Token opening) {
        if (opening != null && ++nesting > MAX_NESTING) {
            throw new PythonException(
                    PythonError.LIMIT, "blocks nested more than " + MAX_NESTING + " deep", opening.offset());
        }
        List<Statement> body = new ArrayList<>();
        while (position < segments.size()) {
            Segment segment = segments.get(position);
            if (segment instanceof Segment.Data data) {
                body.add(new Statement.Text(data.text()));
                position++;
            } else if (segment instanceof Segment.Variable variable) {
                TagParser tag = new TagParser(variable.tokens());
                body.add(new Statement.Output(tag.tuple(true)));
                finish(tag);
                position++;
            } else if (segment instanceof Segment.Block block) {
                Token first = block.tokens().get(0);
                if (first.kind() == Token.Kind.NAME && ends.contains(first.text())) {
                    nesting--;
                    return body;
                }
                position++;
                statement(new TagParser(block.tokens()), body);
            }
        }
        if (opening != null) {
            throw new PythonException(
                    PythonError.SYNTAX,
                    "'" + opening.text() + "' without its " + ends.get(ends.size() - 1),
                    opening.offset());
        }
        return body;
    }

    /** The tag that ended the statements before; it is taken. */
    private TagParser endTag() {
        return new TagParser(((Segment.Block) segments.get(position++)).tokens());
    }

    private void finish(TagParser tag) {
        tag.expectEnd();
        if (conditional == 0) {
            tag.required().forEach(Vocabulary::check);
        }
    }

    private void statement(TagParser tag, List<Statement> body) {
        Token keyword = tag.expectName();
        switch (keyword.text()) {
            case "set" -> body.add(set(tag, keyword));
            case "if" -> body.add(branches(tag, keyword));
            case "for" -> body.add(loop(tag, keyword));
            case "macro" -> body.add(macro(tag, keyword));
            case "call" -> body.add(callBlock(tag, keyword));
            case "filter" -> {
                Expression filter = filterChain(tag, tag.filter(new Expression.Name(BODY, keyword.offset())));
                finish(tag);
                body.add(new Statement.FilterBlock(filter, block("endfilter", keyword)));
            }
            case "with" -> body.add(with(tag, keyword));
            case "print" -> {
                while (tag.current().kind() != Token.Kind.END) {
                    body.add(new Statement.Output(tag.expression()));
                    if (!tag.takeOperator(",")) {
                        break;
                    }
                }
                finish(tag);
            }
            case "extends", "include", "import", "from", "block", "autoescape" ->
                throw new PythonException(PythonError.UNSUPPORTED, "the tag " + keyword.text(), keyword.offset());
            default ->
                throw new PythonException(
                        PythonError.SYNTAX, "an unknown tag '" + keyword.text() + "'", keyword.offset());
        }
    }

    /** A body with variables of its own up to the tag {@code end}, which is taken. */
    private Statement.Block block(String end, Token opening) {
        Statement.Block block = new Statement.Block(statements(List.of(end), opening), List.of());
        TagParser tag = endTag();
        tag.next();
        tag.expectEnd();
        return block;
    }

    private static Expression filterChain(TagParser tag, Expression first) {
        Expression filter = first;
        while (tag.takeOperator("|")) {
            filter = tag.filter(filter);
        }
        return filter;
    }

    private Statement set(TagParser tag, Token keyword) {
        Target target = target(tag, true, false);
        if (tag.takeOperator("=")) {
            Expression value = tag.tuple(true);
            finish(tag);
            return new Statement.Assign(target, value);
        }
        Optional<Expression> filter = Optional.empty();
        if (tag.takeOperator("|")) {
            filter = Optional.of(filterChain(tag, tag.filter(new Expression.Name(BODY, keyword.offset()))));
        }
        finish(tag);
        return new Statement.AssignBlock(target, filter, block("endset", keyword));
    }

    private Target target(TagParser tag, boolean members, boolean insideLoop) {
        Token first = tag.current();
        List<Target> targets = new ArrayList<>();
        boolean comma = false;
        while (!tag.current().isName("in")
                && !tag.current().isOperator("=")
                && !tag.current().isOperator(")")) {
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
        switch (name.text()) {
            case "true", "false", "none", "True", "False", "None" ->
                throw new PythonException(PythonError.SYNTAX, "an assignment to " + name.text(), name.offset());
            case "loop" -> {
                if (insideLoop || loops > 0) {
                    throw new PythonException(PythonError.SYNTAX, "an assignment to loop inside a loop", name.offset());
                }
            }
            default -> {}
        }
        return new Target.Variable(name.text());
    }

    private Statement branches(TagParser opening, Token keyword) {
        List<Statement.Branch> branches = new ArrayList<>();
        List<Statement> otherwise = List.of();
        TagParser tag = opening;
        conditional++;
        while (true) {
            Expression test = tag.tuple(false);
            finish(tag);
            branches.add(new Statement.Branch(test, statements(List.of("elif", "else", "endif"), keyword)));
            tag = endTag();
            String word = tag.next().text();
            if (word.equals("else")) {
                tag.takeOperator(":");
                tag.expectEnd();
                otherwise = statements(List.of("endif"), keyword);
                tag = endTag();
                tag.next();
            } else if (word.equals("elif")) {
                continue;
            }
            tag.expectEnd();
            conditional--;
            return new Statement.If(branches, otherwise);
        }
    }

    private Statement loop(TagParser tag, Token keyword) {
        Target target = target(tag, false, true);
        if (!tag.takeName("in")) {
            throw tag.unexpected(tag.current(), "'in'");
        }
        Expression values = tag.tuple(false);
        Optional<Expression> test = tag.takeName("if") ? Optional.of(tag.expression()) : Optional.empty();
        boolean recursive = tag.takeName("recursive");
        finish(tag);
        loops++;
        int outer = conditional;
        conditional = 0;
        Statement.Block body = new Statement.Block(statements(List.of("else", "endfor"), keyword), List.of());
        Statement.Block otherwise = new Statement.Block(List.of(), List.of());
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
        return new Statement.For(target, values, test, recursive, body, otherwise, keyword.offset());
    }

    private Statement.Macro macro(TagParser tag, Token keyword) {
        String name = tag.expectName().text();
        List<Statement.Parameter> parameters = parameters(tag);
        finish(tag);
        return new Statement.Macro(name, parameters, block("endmacro", keyword));
    }

    private static List<Statement.Parameter> parameters(TagParser tag) {
        List<Statement.Parameter> parameters = new ArrayList<>();
        tag.expect("(");
        while (!tag.current().isOperator(")")) {
            Token name = tag.expectName();
            Optional<Expression> fallback = tag.takeOperator("=") ? Optional.of(tag.expression()) : Optional.empty();
            boolean optionalBefore = !parameters.isEmpty()
                    && parameters.get(parameters.size() - 1).fallback().isPresent();
            if (fallback.isEmpty() && optionalBefore) {
                throw new PythonException(
                        PythonError.SYNTAX, "a parameter without a default after one with it", name.offset());
            }
            parameters.add(new Statement.Parameter(name.text(), fallback));
            if (!tag.current().isOperator(")")) {
                tag.expect(",");
            }
        }
        tag.expect(")");
        return parameters;
    }

    private Statement callBlock(TagParser tag, Token keyword) {
        List<Statement.Parameter> parameters = tag.current().isOperator("(") ? parameters(tag) : List.of();
        Expression call = tag.expression();
        if (!(call instanceof Expression.Call macro)) {
            throw tag.unexpected(keyword, "a call");
        }
        finish(tag);
        return new Statement.CallBlock(macro, new Statement.Macro("caller", parameters, block("endcall", keyword)));
    }

    private Statement with(TagParser tag, Token keyword) {
        List<Statement.Assign> assigns = new ArrayList<>();
        while (tag.current().kind() != Token.Kind.END) {
            if (!assigns.isEmpty()) {
                tag.expect(",");
            }
            Target target = target(tag, false, false);
            tag.expect("=");
            assigns.add(new Statement.Assign(target, tag.expression()));
        }
        finish(tag);
        return new Statement.With(assigns, block("endwith", keyword));
    }
}
