package org.archirender.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.problem.UnreadableException;

/**
 * A file's bytes and whether it may be executed.
 *
 * @param byteText the bytes with one char each, so that text of any encoding comes back as it was
 */
public record TreeFile(String byteText, boolean executable) {
    /** The bytes of a file that is read for what it says: many times what real ones have, and read within a second. */
    public static final int READ_BYTES = 1 << 19;

    /** A file with a copy of {@code bytes}. */
    public static TreeFile of(byte[] bytes, boolean executable) {
        return new TreeFile(new String(bytes, StandardCharsets.ISO_8859_1), executable);
    }

    /** A plain, not executable file with {@code text} in UTF-8. */
    public static TreeFile of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), false);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return byteText.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The bytes as UTF-8, a byte order mark kept; empty when they are not valid UTF-8. */
    public Optional<String> text() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * The bytes as UTF-8, of a file that is read for what it says.
     *
     * @param name of the file in messages
     * @throws UnreadableException at the first byte that is not, or where there are more than {@link #READ_BYTES}
     */
    public String text(String name) {
        tooLong(name).ifPresent(problem -> {
            throw UnreadableException.at(problem.at(), problem.message(), problem.fix());
        });
        CharBuffer text = CharBuffer.allocate(byteText.length());
        ByteBuffer left = ByteBuffer.wrap(bytes());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(left, text, true);
        String read = text.flip().toString();
        if (!result.isError()) {
            return read;
        }
        int start = Math.max(read.lastIndexOf('\n'), read.lastIndexOf('\r')) + 1;
        int line = Math.max(1, (int) (read + "x").lines().count());
        throw UnreadableException.at(
                new Location(name, line, read.codePointCount(start, read.length()) + 1),
                "not UTF-8 text: there is a byte 0x%02x".formatted((int) byteText.charAt(left.position())),
                "save it as UTF-8");
    }

    /**
     * That the file has more than {@link #READ_BYTES}, where it has.
     *
     * @param name of the file in messages
     */
    public Optional<Problem> tooLong(String name) {
        return byteText.length() <= READ_BYTES
                ? Optional.empty()
                : Optional.of(new Problem(
                        Location.of(name),
                        "has %d bytes; a file that is read for what it says may have %d"
                                .formatted(byteText.length(), READ_BYTES),
                        "is this the right file?"));
    }

    /** Other text, same mode. */
    public TreeFile withText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), executable);
    }

    /** Other mode, same bytes. */
    public TreeFile withExecutable(boolean executable) {
        return executable == this.executable ? this : new TreeFile(byteText, executable);
    }

    @Override
    public String toString() {
        return byteText.length() + " bytes" + (executable ? ", executable" : "");
    }
}
