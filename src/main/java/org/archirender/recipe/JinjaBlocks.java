package org.archirender.recipe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Jinja blocks of a recipe that run over several lines, from {@code {% if %}} to {@code {% endif %}}. */
final class JinjaBlocks {
    private static final Pattern OPENS = Pattern.compile("(if|for|macro|filter|call|raw)\\b.*", Pattern.DOTALL);
    private static final Pattern OPENS_SET = Pattern.compile("set\\s[^=]*", Pattern.DOTALL);
    private static final Pattern BRANCHES = Pattern.compile("(elif|else)\\b.*", Pattern.DOTALL);
    private static final Pattern CLOSES = Pattern.compile("end[a-z]+\\b.*", Pattern.DOTALL);

    /**
     * One block.
     *
     * @param firstLine the line on which its first tag begins, 0-based
     * @param endLine behind the line on which its last tag ends
     * @param branches its first tag, {@code elif} and {@code else}, in order
     */
    record Block(int firstLine, int endLine, List<Branch> branches) {
        Block {
            branches = List.copyOf(branches);
        }
    }

    /** From which line on which condition holds, as in {@code if not win}. */
    record Branch(int line, String condition) {}

    private final List<Block> blocks;
    /** For each line the innermost block around or on it, as an index, or -1. */
    private final int[] innermost;
    /** For each block the one around it. */
    private final int[] parents;

    private JinjaBlocks(List<Block> blocks, int lineCount) {
        this.blocks = blocks;
        innermost = new int[lineCount];
        parents = new int[blocks.size()];
        Arrays.fill(innermost, -1);
        Deque<Integer> open = new ArrayDeque<>();
        int block = 0;
        for (int line = 0; line < lineCount; line++) {
            while (!open.isEmpty() && blocks.get(open.peek()).endLine() <= line) {
                open.pop();
            }
            while (block < blocks.size() && blocks.get(block).firstLine() == line) {
                parents[block] = open.isEmpty() ? -1 : open.peek();
                open.push(block++);
            }
            innermost[line] = open.isEmpty() ? -1 : open.peek();
        }
    }

    static JinjaBlocks of(RecipeLines lines, List<JinjaTag> tags) {
        List<Block> blocks = new ArrayList<>();
        Deque<List<Branch>> open = new ArrayDeque<>();
        for (JinjaTag tag : tags) {
            if (tag.kind() != JinjaTag.Kind.STATEMENT) {
                continue;
            }
            String inside = tag.inside(lines.text()).of(lines.text());
            int line = lines.lineOf(tag.span().start());
            if (CLOSES.matcher(inside).matches() && !open.isEmpty()) {
                List<Branch> branches = open.pop();
                int end = lines.lineOf(tag.span().end() - 1) + 1;
                if (branches.get(0).line() < end - 1) {
                    blocks.add(new Block(branches.get(0).line(), end, branches));
                }
            } else if (OPENS.matcher(inside).matches()
                    || OPENS_SET.matcher(inside).matches()) {
                open.push(new ArrayList<>(List.of(new Branch(line, inside))));
            } else if (BRANCHES.matcher(inside).matches() && !open.isEmpty()) {
                open.peek().add(new Branch(line, inside));
            }
        }
        blocks.sort(Comparator.comparingInt(Block::firstLine)
                .thenComparing(Comparator.comparingInt(Block::endLine).reversed()));
        return new JinjaBlocks(blocks, lines.count());
    }

    /** The blocks that begin on or below {@code from} and hold {@code line}, the innermost first. */
    List<Block> around(int line, int from) {
        List<Block> around = new ArrayList<>();
        for (int i = innermost[line]; i >= 0 && blocks.get(i).firstLine() >= from; i = parents[i]) {
            around.add(blocks.get(i));
        }
        return around;
    }

    /** The condition of the innermost block that begins on or below {@code from} and holds {@code line}. */
    Optional<String> condition(int line, int from) {
        return around(line, from).stream()
                .findFirst()
                .flatMap(block -> block.branches().stream()
                        .filter(branch -> branch.line() < line)
                        .reduce((former, latter) -> latter))
                .map(Branch::condition);
    }

    /** Whether lines hold some tags of a block but not all. */
    boolean areCut(int from, int to) {
        return blocks.stream().anyMatch(block -> isCut(block, from, to));
    }

    private static boolean isCut(Block block, int from, int to) {
        long inside = block.branches().stream()
                .map(Branch::line)
                .filter(line -> from <= line && line < to)
                .count();
        int last = block.endLine() - 1;
        inside += from <= last && last < to ? 1 : 0;
        return inside > 0 && inside <= block.branches().size();
    }

    /**
     * The end of a member's lines with the ends of those blocks that begin inside it and hold nothing else.
     *
     * @param next the next line with content
     */
    int closed(int firstLine, int endLine, int next) {
        int end = endLine;
        for (Block block : around(endLine - 1, firstLine + 1)) {
            if (block.endLine() > end && block.endLine() <= next) {
                end = block.endLine();
            }
        }
        return end;
    }
}
