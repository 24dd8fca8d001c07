package org.archirender.python.value;

import java.math.BigInteger;

/** A Python integer, of any size up to a limit. */
public record PyInt(BigInteger value) implements PyValue {
    public PyInt {
        Limits.checkBits(value.bitLength());
    }

    public static PyInt of(long value) {
        return new PyInt(BigInteger.valueOf(value));
    }

    @Override
    public String typeName() {
        return "int";
    }

    @Override
    public boolean truth() {
        return value.signum() != 0;
    }

    @Override
    public String repr() {
        return value.toString();
    }

    @Override
    public String toString() {
        return repr();
    }
}
