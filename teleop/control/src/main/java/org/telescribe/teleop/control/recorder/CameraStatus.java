package org.telescribe.teleop.control.recorder;

/// What is known of one camera, for the screen and the verdict.
///
/// @param name the camera's name
/// @param frames frames that arrived since the camera was opened
/// @param newestCaptureNanos capture stamp of the newest frame, session clock, nanoseconds; 0 before
///     the first
/// @param dropped frames that reached the program and could not be handed on
/// @param lost why the camera is gone; empty while it is there
public record CameraStatus(String name, long frames, long newestCaptureNanos, long dropped, String lost) {}
