package org.archirender.overlay.edit;

/** A word or name and what it becomes. */
public record Pair(String name, String value) {}
