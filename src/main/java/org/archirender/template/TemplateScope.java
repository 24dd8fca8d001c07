package org.archirender.template;

/** What a provider's file is rendered for. */
public enum TemplateScope {
    /** Once for every feedstock, into the feedstock. */
    FEEDSTOCK,
    /** Once for the port, into rendered/port/. */
    PORT
}
