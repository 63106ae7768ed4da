package org.telescribe.teleop.library;

/// On what a dataset was recorded, as far as it says so.
public enum ArmKind {
    /// Every episode says that it was recorded on real arms.
    REAL,
    /// Every episode says that it was recorded on emulated arms.
    EMULATED,
    /// Some say real, some emulated.
    MIXED,
    /// The dataset does not say.
    UNKNOWN
}
