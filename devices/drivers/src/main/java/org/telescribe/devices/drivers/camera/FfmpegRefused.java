package org.telescribe.devices.drivers.camera;

/// FFmpeg could not open an input. The message is its reason.
final class FfmpegRefused extends Exception {
    private static final long serialVersionUID = 1L;

    FfmpegRefused(String reason) {
        super(reason);
    }
}
