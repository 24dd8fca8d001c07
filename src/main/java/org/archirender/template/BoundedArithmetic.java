package org.archirender.template;

import freemarker.core.ArithmeticEngine;
import freemarker.template.TemplateException;
import java.math.BigDecimal;

/** FreeMarker's exact numbers, of so many digits that squaring one over and over comes to an end. */
final class BoundedArithmetic extends ArithmeticEngine {
    private static final int DIGITS = 1_000;

    private final ArithmeticEngine exact = ArithmeticEngine.BIGDECIMAL_ENGINE;

    private static Number bounded(Number number) throws TemplateException {
        if (number instanceof BigDecimal big && big.precision() > DIGITS) {
            throw new TemplateException("a number gets more than " + DIGITS + " digits", null);
        }
        return number;
    }

    @Override
    public int compareNumbers(Number first, Number second) throws TemplateException {
        return exact.compareNumbers(first, second);
    }

    @Override
    public Number add(Number first, Number second) throws TemplateException {
        return bounded(exact.add(first, second));
    }

    @Override
    public Number subtract(Number first, Number second) throws TemplateException {
        return bounded(exact.subtract(first, second));
    }

    @Override
    public Number multiply(Number first, Number second) throws TemplateException {
        return bounded(exact.multiply(first, second));
    }

    @Override
    public Number divide(Number first, Number second) throws TemplateException {
        return bounded(exact.divide(first, second));
    }

    @Override
    public Number modulus(Number first, Number second) throws TemplateException {
        return bounded(exact.modulus(first, second));
    }

    @Override
    public Number toNumber(String text) {
        return exact.toNumber(text);
    }
}
