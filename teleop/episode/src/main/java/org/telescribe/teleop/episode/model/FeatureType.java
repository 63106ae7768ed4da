package org.telescribe.teleop.episode.model;

/// What a row feature's numbers are.
public enum FeatureType {
    /// 32-bit floating point: joint values.
    FLOAT32("float32"),
    /// 64-bit integers: nanoseconds, frame numbers, flags.
    INT64("int64");

    private final String dtype;

    FeatureType(String dtype) {
        this.dtype = dtype;
    }

    /// {@return the word that `meta/info.json` uses}
    public String dtype() {
        return dtype;
    }
}
