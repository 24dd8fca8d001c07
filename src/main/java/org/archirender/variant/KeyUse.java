package org.archirender.variant;

import java.util.Optional;
import org.archirender.problem.Location;

/**
 * Why a key is in a variant file.
 *
 * @param at the first line of the recipe or a script that uses the key; empty where none does
 * @param why that line, without white space around it, or else the rule that keeps the key
 */
public record KeyUse(Optional<Location> at, String why) {

    @Override
    public String toString() {
        return at.map(place -> place + ": " + why).orElse(why);
    }
}
