package org.archirender.conda;

/** The languages' versions that conda-build takes where a variant has none ({@code DEFAULT_VARIANTS}). */
public final class CondaLanguages {
    public static final String PYTHON = "3.12";
    public static final String NUMPY = "1.26";
    public static final String PERL = "5.26.2";
    public static final String LUA = "5";
    public static final String R = "3.5";

    private CondaLanguages() {}
}
