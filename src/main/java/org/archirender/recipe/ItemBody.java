package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
import org.archirender.recipe.RecipeNode.Member;

/**
 * What stands behind a dash or a {@code then:} of a recipe.yaml, to be written behind another one: its lines move as a
 * block.
 *
 * @param lines the first without its indent, the others as they are; comments behind them included
 * @param column in front of what holds it
 * @param first the column of its first line, where that has to be the others'
 * @param isText whether it may go on in the line of a key
 */
public record ItemBody(List<String> lines, int column, int first, boolean isText) {
    public ItemBody {
        lines = List.copyOf(lines);
    }

    /** That of {@code member}; of an item in brackets only its own text. */
    public static ItemBody of(RecipeText recipe, Member member) {
        int start = member.value().span().start();
        int column = recipe.indentOf(member.head().start()).length();
        int first = recipe.indentOf(start).length();
        boolean text = member.value().members().isEmpty() || member.value().isFlow();
        List<String> lines = new ArrayList<>();
        if (member.head().start() == start) {
            lines.addAll(recipe.text(member.value().span()).lines().toList());
        } else {
            int line = recipe.lineOf(start);
            lines.add(recipe.line(line).substring(start - recipe.lineSpan(line).start()));
            for (int below = line + 1; below < member.endLine(); below++) {
                lines.add(recipe.line(below));
            }
        }
        return new ItemBody(lines, column, first, text);
    }

    /** That of an item that an overlay writes, without its dash. */
    public static ItemBody of(String written) {
        List<String> lines = written.stripTrailing().lines().toList();
        boolean text = RecipeText.parseRecipeYaml(written).root().entries().isEmpty();
        return new ItemBody(lines.isEmpty() ? List.of("") : lines, -2, 0, text);
    }

    /** As an overlay would write it: without its dash, and the other lines by as much further left. */
    public String written() {
        List<String> listed = behindDash("");
        List<String> written =
                new ArrayList<>(List.of(listed.get(0).substring(1).strip()));
        listed.stream().skip(1).map(line -> moved(line, -"- ".length())).forEach(written::add);
        return String.join("\n", written);
    }

    /** As an item of a list at {@code indent}. */
    public List<String> behindDash(String indent) {
        return moved(indent + "- ", indent.length(), indent.length() + 2);
    }

    /** As the value of {@code key} at {@code indent}; a mapping or list on the lines below it. */
    public List<String> behindKey(String indent, String key) {
        List<String> lines = new ArrayList<>();
        if (!isText) {
            lines.add(indent + key + ":");
        }
        String lead = isText ? indent + key + ": " : indent + "  ";
        lines.addAll(moved(lead, indent.length(), indent.length() + 2));
        return lines;
    }

    private List<String> moved(String lead, int toColumn, int toFirst) {
        int right = isText ? toColumn - column : toFirst - first;
        List<String> moved = new ArrayList<>();
        for (String line : lines) {
            moved.add(moved.isEmpty() ? (lead + line).stripTrailing() : moved(line, right));
        }
        return moved;
    }

    private static String moved(String line, int right) {
        if (line.isBlank()) {
            return line;
        } else if (right >= 0) {
            return " ".repeat(right) + line;
        }
        int blanks = line.length() - line.stripLeading().length();
        return line.substring(Math.min(-right, blanks));
    }
}
