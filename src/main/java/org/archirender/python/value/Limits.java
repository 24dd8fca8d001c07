package org.archirender.python.value;

/**
 * How much an evaluation may take. Recipes come from strangers, so every loop and every growing value is bounded.
 *
 * @param work of one evaluation, as {@link Budget} counts it
 * @param depth how deep expressions, calls and blocks may nest while evaluating
 * @param output characters of rendered text
 */
public record Limits(long work, int depth, int output) {
    /** Characters of one string. */
    static final int TEXT = 1 << 20;

    /** Items of one list, tuple, dict or range. */
    static final int ITEMS = 1 << 17;

    /** Bits of one integer. */
    static final int BITS = 1 << 15;

    /** Nesting of values in values, for printing and comparing. */
    static final int NESTING = 100;

    /** Nesting of brackets and operators in source text. */
    public static final int SYNTAX_DEPTH = 90;

    /** What a recipe gets: far more than any real one needs, and still well under a second. */
    public static final Limits RECIPE = new Limits(1 << 26, 200, 1 << 22);

    /** Bytes that a recipe may make and look at for one target, over all its variants: ten times what real ones take. */
    public static final long ALL_VARIANTS = 1L << 28;

    public static void checkText(long length) {
        if (length > TEXT) {
            throw PythonException.limit("a text of more than " + TEXT + " characters");
        }
    }

    public static void checkItems(long count) {
        if (count > ITEMS) {
            throw PythonException.limit("more than " + ITEMS + " items");
        }
    }

    public static void checkBits(long bits) {
        if (bits > BITS) {
            throw PythonException.limit("an integer of more than " + BITS + " bits");
        }
    }

    /** Bounds a walk through values that hold each other: how deep, and how many in all. */
    static final class Walk {
        private int depth;
        private int visited;

        void enter() {
            Budget.charge(2 * Budget.OBJECT);
            if (++depth > NESTING) {
                throw PythonException.limit("values nested more than " + NESTING + " deep");
            }
            if (++visited > ITEMS) {
                throw PythonException.limit("more than " + ITEMS + " values in one value");
            }
        }

        void leave() {
            depth--;
        }
    }
}
