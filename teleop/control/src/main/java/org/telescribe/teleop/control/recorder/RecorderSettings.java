package org.telescribe.teleop.control.recorder;

import org.telescribe.teleop.episode.model.ArmSource;

/// What stays the same for all episodes of a run.
///
/// @param station name of the station
/// @param softwareVersion version of this program
/// @param calibrationHash hash of the calibration in force; empty when there is none
/// @param armSource where the arms are
public record RecorderSettings(String station, String softwareVersion, String calibrationHash, ArmSource armSource) {}
