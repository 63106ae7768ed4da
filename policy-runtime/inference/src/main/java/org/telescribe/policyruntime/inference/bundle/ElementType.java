package org.telescribe.policyruntime.inference.bundle;

/// What a tensor is made of.
public enum ElementType {
    /// 32-bit floating point.
    FLOAT32(4),
    /// Unsigned bytes.
    UINT8(1),
    /// 64-bit integers.
    INT64(8);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /// {@return bytes of one element}
    public int bytes() {
        return bytes;
    }
}
