package org.archirender.recipe;

/** The languages' versions that conda-build takes where a variant has none ({@code DEFAULT_VARIANTS}). */
final class CondaLanguages {
    static final String PYTHON = "3.12";
    static final String NUMPY = "1.26";
    static final String PERL = "5.26.2";
    static final String LUA = "5";
    static final String R = "3.5";

    private CondaLanguages() {}
}
