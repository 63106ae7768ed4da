package org.telescribe.teleop.control.recorder;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.telescribe.devices.core.handover.SpscQueue;

/// What the recorder sees of one camera and its encoder.
///
/// @param name the camera's name
/// @param camera the camera's thread
/// @param encoder the encoder's thread
/// @param packets messages of the encoder
record CameraLine(String name, CameraAgent camera, EncoderAgent encoder, SpscQueue<EncoderMessage> packets) {
    boolean prepared() {
        return encoder.preparedHeader() != null;
    }

    ByteBuffer preparedHeader() {
        return Objects.requireNonNull(encoder.preparedHeader(), name);
    }

    CameraStatus status() {
        return camera.status();
    }
}
