package org.archirender.jinja;

import java.util.List;
import java.util.function.Supplier;
import org.archirender.python.syntax.Expression;
import org.archirender.python.syntax.TemplateGrammar;
import org.archirender.python.syntax.Token;
import org.archirender.python.value.PythonException;

/** The expressions inside one tag. */
final class TagParser extends TemplateGrammar {
    /** What a macro's body sees of the arguments that have no parameter. */
    private static final List<String> REST = List.of("varargs", "kwargs", "caller");

    private final boolean inMacro;

    TagParser(List<Token> tokens, boolean inMacro) {
        super(tokens, Filters.ALL, Tests.ALL, new UndefinedValue("an if without else"));
        this.inMacro = inMacro;
    }

    /** As {@link #inParentheses}, without conditional expressions, as what a loop iterates over. */
    Expression conditionless() {
        return tuple(this::or);
    }

    /** What {@code inside} reads behind an open bracket, one level deeper, and the bracket that closes it. */
    <T> T inBrackets(Supplier<T> inside) {
        enter();
        T found = inside.get();
        leave();
        expect(")");
        return found;
    }

    @Override
    protected Expression name(Token token) {
        if (inMacro && REST.contains(token.text())) {
            throw PythonException.unsupported("'" + token.text() + "' in a macro")
                    .at(token.offset());
        }
        return super.name(token);
    }
}
