package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.archirender.recipe.RecipeNode.Item;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Scalar;
import org.archirender.selector.SelectorComment;
import org.archirender.text.Span;

/**
 * A recipe as text with structure: meta.yaml before its selectors and Jinja have run, or recipe.yaml. Parsing only finds
 * spans and never fails. Offsets are chars, lines 0-based.
 */
public final class RecipeText {
    private final RecipeLines lines;
    private final JinjaBlocks blocks;
    private final Mapping root;
    private final List<JinjaVariable> variables;
    private final boolean isRecipeYaml;

    private RecipeText(RecipeLines lines, List<JinjaTag> tags, boolean isRecipeYaml) {
        this.isRecipeYaml = isRecipeYaml;
        this.lines = lines;
        this.blocks = JinjaBlocks.of(lines, tags);
        this.root = StructureParser.parse(lines, blocks);
        this.variables = JinjaVariable.of(lines, tags, root);
    }

    /**
     * The structure of a meta.yaml, in time linear in its length.
     *
     * @throws IllegalStateException if its nodes are not in the order of the text, which is a bug
     */
    public static RecipeText parse(String text) {
        return parse(text, JinjaTag.find(text), false);
    }

    /**
     * The structure of a recipe.yaml, in which Jinja is what stands in <code>${{ }}</code>.
     *
     * @throws IllegalStateException as {@link #parse}
     */
    public static RecipeText parseRecipeYaml(String text) {
        return parse(text, JinjaTag.ofRecipeYaml(text), true);
    }

    /**
     * The structure of a text that is YAML as it stands, such as conda-forge.yml: braces are never Jinja.
     *
     * @throws IllegalStateException as {@link #parse}
     */
    public static RecipeText parsePlain(String text) {
        return parse(text, List.of(), false);
    }

    private static RecipeText parse(String text, List<JinjaTag> tags, boolean isRecipeYaml) {
        RecipeText recipe = new RecipeText(RecipeLines.of(text, tags), tags, isRecipeYaml);
        requireOrder(recipe.root, 0);
        return recipe;
    }

    /** Where {@code node} ends; what it consists of stands behind {@code from}, one behind the other. */
    private static int requireOrder(RecipeNode node, int from) {
        int end = node.members().isEmpty() ? behind(node.span(), from) : from;
        for (Member member : node.members()) {
            end = requireOrder(member.value(), behind(member.head(), end));
        }
        return end;
    }

    private static int behind(Span span, int from) {
        if (span.start() < from && span.end() > span.start()) {
            throw new IllegalStateException("a wrong span in a recipe's structure: " + span);
        }
        return Math.max(from, span.end());
    }

    public String text() {
        return lines.text();
    }

    /** What {@code span} has. */
    public String text(Span span) {
        return span.of(lines.text());
    }

    /** The top mapping; empty where there is none. */
    public Mapping root() {
        return root;
    }

    /** All {@code {% set %}}, or of a recipe.yaml the entries of {@code context:}, in order; a name may come several times. */
    public List<JinjaVariable> variables() {
        return variables;
    }

    /** The variables of that name. */
    public List<JinjaVariable> variables(String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .toList();
    }

    /** What stands at {@code path}. */
    public PathResult find(RecipePath path) {
        return new PathSearch(this, path).find();
    }

    /** Whether this is a recipe.yaml. */
    public boolean isRecipeYaml() {
        return isRecipeYaml;
    }

    /** The branches of all conditionals of a recipe.yaml that stand on some of those lines. */
    public List<Branch> branches(IntPredicate lines) {
        List<Branch> branches = new ArrayList<>();
        addBranches(root, lines, branches);
        return branches;
    }

    private void addBranches(RecipeNode node, IntPredicate lines, List<Branch> branches) {
        for (Member member : node.members()) {
            boolean touched =
                    IntStream.range(member.firstLine(), member.endLine()).anyMatch(lines);
            if (touched && member instanceof Item item) {
                branches.addAll(Branch.of(item));
            }
            if (touched) {
                addBranches(member.value(), lines, branches);
            }
        }
    }

    /** How many lines there are. */
    public int lineCount() {
        return lines.count();
    }

    /** The line of {@code offset}. */
    public int lineOf(int offset) {
        return lines.lineOf(offset);
    }

    /** A line without its end. */
    public String line(int line) {
        return text(lineSpan(line));
    }

    /** A line without its end, and on the first one without a byte order mark. */
    public Span lineSpan(int line) {
        return new Span(lines.start(line), lines.end(line));
    }

    /** Where a line begins; for {@link #lineCount} the text's end. */
    public int lineStart(int line) {
        return lines.start(line);
    }

    /** The first place at or behind {@code offset} on its line that has neither blank nor tab, or the line's end. */
    public int skipGap(int offset) {
        return lines.skipGap(offset, lines.lineOf(offset));
    }

    /** What stands before {@code offset} on its line, with blanks for all that is no white space: the indent of siblings. */
    public String indentOf(int offset) {
        StringBuilder indent = new StringBuilder();
        text(new Span(lines.start(lines.lineOf(offset)), offset))
                .chars()
                .forEach(c -> indent.append(c == '\t' ? '\t' : ' '));
        return indent.toString();
    }

    /** The expression of the {@code # [selector]} on a member's own line; to a recipe.yaml that is only a comment. */
    public Optional<String> selector(Member member) {
        return member.comment()
                .filter(comment -> !isRecipeYaml)
                .flatMap(comment -> SelectorComment.of(text(comment)).expression());
    }

    /** Whether a member's value stands whole on its own line, and is neither a block text nor an alias. */
    boolean isOneLine(Member member) {
        RecipeNode value = member.value();
        boolean text = !(value instanceof Scalar scalar)
                || scalar.style() == Scalar.Style.PLAIN
                || scalar.style() == Scalar.Style.QUOTED;
        return text
                && member.firstLine() == lineOf(value.span().start())
                && !text(value.span()).contains("\n");
    }

    /** The selector of a variable's line, or the condition of the Jinja block around it. */
    public Optional<String> condition(JinjaVariable variable) {
        return variable.comment()
                .flatMap(comment -> SelectorComment.of(text(comment)).expression())
                .or(() -> condition(variable.line()));
    }

    /** A member's comment without its selector; empty where nothing else is in it. */
    public String note(Member member) {
        return member.comment()
                .map(comment -> SelectorComment.of(text(comment)).rest())
                .orElse("");
    }

    /** The condition of the innermost Jinja block around a line, such as {@code if not win} or {@code else}. */
    public Optional<String> condition(int line) {
        return blocks.condition(line, 0);
    }

    /** Whether lines hold a part of a Jinja block only, so that they can't go without the other. */
    public boolean cutsJinja(int from, int to) {
        return blocks.areCut(from, to);
    }

    /** The same of the blocks inside {@code owner}, which holds the line. */
    Optional<String> condition(int line, Member owner) {
        return blocks.condition(line, owner.firstLine() + 1);
    }

    /**
     * The line above which a new last member of a collection goes: below the last member's own lines, before blank lines
     * and comments that follow, and never inside a Jinja block that the collection itself is not in.
     *
     * @param members of the collection
     * @param owner the key or item that holds it, or empty for the top mapping
     */
    public int endOf(List<? extends Member> members, Optional<Member> owner) {
        if (members.isEmpty() && owner.isEmpty()) {
            return lines.count();
        }
        int first = owner.map(Member::firstLine).orElse(-1) + 1;
        int end = owner.map(Member::endLine).orElse(lines.count());
        for (int i = members.size() - 1; i >= 0; i--) {
            Member member = members.get(i);
            List<JinjaBlocks.Block> around = blocks.around(member.firstLine(), first);
            int blockEnd = around.isEmpty() ? 0 : around.get(around.size() - 1).endLine();
            if (blockEnd <= end) {
                return Math.max(member.endLine(), blockEnd);
            }
        }
        return first;
    }
}
