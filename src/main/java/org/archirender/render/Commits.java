package org.archirender.render;

import java.time.Instant;

/**
 * Who commits renderings, and when: from the inputs, so that the same inputs give the same commit everywhere.
 *
 * @param name the author's name
 * @param email the author's address
 * @param date of the first commit of a branch; later ones follow a second after their parent
 */
public record Commits(String name, String email, Instant date) {}
