package org.telescribe.teleop.episode.model;

/// Where an episode's arms were.
public enum ArmSource {
    /// On the built-in emulated station.
    EMULATED,
    /// In the world.
    REAL
}
