package org.telescribe.devices.drivers.camera;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Where decoded pictures come from, one after the other.
sealed interface PictureInput extends AutoCloseable permits FfmpegInput, FilterInput {
    /// What one attempt to get a picture gave.
    enum Result {
        PICTURE,
        NOTHING_YET,
        END,
        FAILED
    }

    /// {@return pictures a second, 30 when the input does not say}
    double framesPerSecond();

    /// Takes the next picture.
    ///
    /// @return what came of it
    Result next();

    /// {@return the picture that [#next] found; its content changes with the next one}
    AVFrame frame();

    /// Goes back to the first picture.
    ///
    /// @return whether the input can do that
    boolean rewind();

    /// {@return FFmpeg's words for the last failure}
    String failure();

    @Override
    void close();
}
