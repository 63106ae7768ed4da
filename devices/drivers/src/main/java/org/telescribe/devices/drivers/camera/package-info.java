/// Cameras through FFmpeg: a video file that is played, a generated picture, and Video4Linux devices. A
/// camera is confined to its camera thread, except `close`, which only asks it to end. Pictures are
/// handed on as I420, BT.601, limited range, whatever they came as.
@NullMarked
package org.telescribe.devices.drivers.camera;

import org.jspecify.annotations.NullMarked;
