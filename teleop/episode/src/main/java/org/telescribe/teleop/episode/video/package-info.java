/// Encoding, muxing, demuxing and decoding with FFmpeg's own libraries. One thread for each object. The
/// only package of this module that knows FFmpeg. Depends on `model` and on `devices/core`.
@NullMarked
package org.telescribe.teleop.episode.video;

import org.jspecify.annotations.NullMarked;
