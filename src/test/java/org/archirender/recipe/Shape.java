package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Item;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Scalar;
import org.archirender.recipe.RecipeNode.Sequence;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where keys and scalars stand, told in the same words of a recipe and of a YAML node. */
final class Shape {
    private final List<String> places = new ArrayList<>();

    private Shape() {}

    static List<String> of(RecipeNode node) {
        Shape shape = new Shape();
        shape.add(node, "");
        return shape.places;
    }

    static List<String> of(Node node) {
        Shape shape = new Shape();
        shape.add(node, "");
        return shape.places;
    }

    private void add(RecipeNode node, String at) {
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                int key = key(at, entry.head().start(), entry.head().end());
                add(entry.value(), at + "/" + key);
            }
        } else if (node instanceof Sequence sequence) {
            int i = 0;
            for (Item item : sequence.items()) {
                add(item.value(), at + "/" + i++);
            }
        } else {
            boolean block = node instanceof Scalar scalar && scalar.style() == Scalar.Style.BLOCK;
            scalar(at, node.span().start(), node.span().end(), block);
        }
    }

    private void add(Node node, String at) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                int key = key(at, start(tuple.getKeyNode()), end(tuple.getKeyNode()));
                add(tuple.getValueNode(), at + "/" + key);
            }
        } else if (node instanceof SequenceNode sequence) {
            int i = 0;
            for (Node item : sequence.getValue()) {
                add(item, at + "/" + i++);
            }
        } else if (node instanceof ScalarNode scalar) {
            List<ScalarStyle> blocks = List.of(ScalarStyle.LITERAL, ScalarStyle.FOLDED);
            scalar(at, start(node), end(node), blocks.contains(scalar.getScalarStyle()));
        }
    }

    private int key(String at, int start, int end) {
        places.add(at + " has a key at " + start + " to " + end);
        return places.size();
    }

    /** A YAML node's mark is behind the blank lines that follow a block scalar: its end is not compared. */
    private void scalar(String at, int start, int end, boolean block) {
        places.add(at + " is " + (start == end ? "nothing" : start + " to " + (block ? "its end" : end)));
    }

    private static int start(Node node) {
        return node.getStartMark().orElseThrow().getIndex();
    }

    private static int end(Node node) {
        return node.getEndMark().orElseThrow().getIndex();
    }
}
