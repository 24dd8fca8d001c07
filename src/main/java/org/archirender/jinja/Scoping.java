package org.archirender.jinja;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.archirender.python.syntax.Expression;
import org.archirender.python.syntax.Names;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names that a block assigns before it reads them. Jinja decides per block, before anything runs, where a name
 * comes from: one that is assigned first is the block's own from its start, so that a loop or macro further up that
 * reads it finds it undefined even where the globals have it.
 */
final class Scoping {
    /** Where a name's value comes from when its block starts. */
    private enum Origin {
        /** A loop's target or a macro's parameter. */
        GIVEN,
        /** The globals, when it is not assigned. */
        GLOBALS,
        /** A block around. */
        OUTER,
        /** Nowhere: it is undefined until it is assigned. */
        NOWHERE
    }

    private final @Nullable Scoping outer;
    private Map<String, Origin> origins = new HashMap<>();
    private Set<String> stored = new HashSet<>();

    private Scoping(@Nullable Scoping outer) {
        this.outer = outer;
    }

    /** The template's statements as a block, and all blocks in it, with their hidden names. */
    static Statement.Block resolve(List<Statement> statements) {
        if (statements.stream().allMatch(Scoping::isPlain)) {
            return new Statement.Block(statements, List.of());
        }
        return new Scoping(null).block(statements);
    }

    /** Straight-line statements can't read a name before they assign it without asking for the globals. */
    private static boolean isPlain(Statement statement) {
        if (statement instanceof Statement.If branches) {
            return branches.branches().size() == 1
                    && branches.branches().get(0).body().stream().allMatch(Scoping::isPlain)
                    && branches.otherwise().stream().allMatch(Scoping::isPlain);
        }
        return statement instanceof Statement.Text
                || statement instanceof Statement.Output
                || statement instanceof Statement.Assign;
    }

    private Statement.Block block(List<Statement> statements) {
        statements.forEach(this::visit);
        List<String> hidden = new ArrayList<>();
        origins.forEach((name, origin) -> {
            if (origin == Origin.NOWHERE) {
                hidden.add(name);
            }
        });
        hidden.sort(null);
        return new Statement.Block(inner(statements), hidden);
    }

    private boolean knows(String name) {
        return origins.containsKey(name) || (outer != null && outer.knows(name));
    }

    private void load(String name) {
        if (!knows(name)) {
            origins.put(name, Origin.GLOBALS);
        }
    }

    private void load(Expression expression) {
        Names.in(expression).forEach(this::load);
    }

    private void store(String name) {
        stored.add(name);
        if (!origins.containsKey(name)) {
            origins.put(name, outer != null && outer.knows(name) ? Origin.OUTER : Origin.NOWHERE);
        }
    }

    private void give(String name) {
        stored.add(name);
        origins.put(name, Origin.GIVEN);
    }

    private void store(Statement.Target target) {
        if (target instanceof Statement.Target.Variable variable) {
            store(variable.name());
        } else if (target instanceof Statement.Target.Many many) {
            many.targets().forEach(this::store);
        } else if (target instanceof Statement.Target.Member member) {
            load(member.namespace());
        }
    }

    private void give(Statement.Target target) {
        if (target instanceof Statement.Target.Variable variable) {
            give(variable.name());
        } else if (target instanceof Statement.Target.Many many) {
            many.targets().forEach(this::give);
        }
    }

    private void visit(Statement statement) {
        if (statement instanceof Statement.Output output) {
            load(output.value());
        } else if (statement instanceof Statement.Assign assign) {
            load(assign.value());
            store(assign.target());
        } else if (statement instanceof Statement.AssignBlock block) {
            store(block.target());
        } else if (statement instanceof Statement.If branches) {
            visit(branches.branches(), branches.otherwise());
        } else if (statement instanceof Statement.For loop) {
            load(loop.values());
        } else if (statement instanceof Statement.Macro macro) {
            store(macro.name());
        } else if (statement instanceof Statement.CallBlock block) {
            load(block.call());
        } else if (statement instanceof Statement.FilterBlock block) {
            load(block.filter());
        } else if (statement instanceof Statement.With with) {
            with.assigns().forEach(assign -> load(assign.value()));
        }
    }

    /** Jinja's order: the test, the body, all elifs as one branch, the else. */
    private void visit(List<Statement.Branch> branches, List<Statement> otherwise) {
        load(branches.get(0).test());
        Scoping body = branch(branches.get(0).body());
        Scoping elifs = copy();
        for (Statement.Branch branch : branches.subList(1, branches.size())) {
            elifs.visit(List.of(branch), List.of());
        }
        merge(List.of(body, elifs, branch(otherwise)));
    }

    private Scoping copy() {
        Scoping copy = new Scoping(outer);
        copy.origins = new HashMap<>(origins);
        copy.stored = new HashSet<>(stored);
        return copy;
    }

    private Scoping branch(List<Statement> statements) {
        Scoping copy = copy();
        statements.forEach(copy::visit);
        return copy;
    }

    private void merge(List<Scoping> branches) {
        Map<String, Integer> counts = new HashMap<>();
        for (Scoping branch : branches) {
            branch.stored.stream()
                    .filter(name -> !stored.contains(name))
                    .forEach(name -> counts.merge(name, 1, Integer::sum));
        }
        for (Scoping branch : branches) {
            origins.putAll(branch.origins);
            stored.addAll(branch.stored);
        }
        counts.forEach((name, count) -> {
            if (count < branches.size()) {
                origins.put(name, outer != null && outer.knows(name) ? Origin.OUTER : Origin.GLOBALS);
            }
        });
    }

    private List<Statement> inner(List<Statement> statements) {
        List<Statement> resolved = new ArrayList<>(statements.size());
        statements.forEach(statement -> resolved.add(inner(statement)));
        return resolved;
    }

    private Statement inner(Statement statement) {
        if (statement instanceof Statement.If branches) {
            List<Statement.Branch> resolved = new ArrayList<>();
            branches.branches()
                    .forEach(branch -> resolved.add(new Statement.Branch(branch.test(), inner(branch.body()))));
            return new Statement.If(resolved, inner(branches.otherwise()));
        }
        if (statement instanceof Statement.For loop) {
            Scoping body = new Scoping(this);
            body.give("loop");
            body.give(loop.target());
            Statement.Block otherwise = new Scoping(this).block(loop.otherwise().statements());
            return new Statement.For(
                    loop.target(),
                    loop.values(),
                    loop.test(),
                    loop.recursive(),
                    body.block(loop.body().statements()),
                    otherwise,
                    loop.offset());
        }
        if (statement instanceof Statement.Macro macro) {
            return macro(macro);
        }
        if (statement instanceof Statement.CallBlock block) {
            return new Statement.CallBlock(block.call(), macro(block.caller()));
        }
        if (statement instanceof Statement.AssignBlock block) {
            return new Statement.AssignBlock(
                    block.target(),
                    block.filter(),
                    new Scoping(this).block(block.body().statements()));
        }
        if (statement instanceof Statement.FilterBlock block) {
            return new Statement.FilterBlock(
                    block.filter(), new Scoping(this).block(block.body().statements()));
        }
        if (statement instanceof Statement.With with) {
            Scoping body = new Scoping(this);
            with.assigns().forEach(assign -> body.give(assign.target()));
            return new Statement.With(with.assigns(), body.block(with.body().statements()));
        }
        return statement;
    }

    private Statement.Macro macro(Statement.Macro macro) {
        Scoping body = new Scoping(this);
        macro.parameters().forEach(parameter -> body.give(parameter.name()));
        macro.parameters().stream()
                .map(Statement.Parameter::fallback)
                .flatMap(Optional::stream)
                .forEach(body::load);
        return new Statement.Macro(
                macro.name(), macro.parameters(), body.block(macro.body().statements()));
    }
}
