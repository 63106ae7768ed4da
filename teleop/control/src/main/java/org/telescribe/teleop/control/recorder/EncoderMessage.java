package org.telescribe.teleop.control.recorder;

import org.telescribe.teleop.episode.model.VideoPacket;

/// What an encoder thread tells the recorder, in order.
sealed interface EncoderMessage {
    /// {@return number of the recording within the run}
    long episode();

    /// An encoded picture.
    record Packet(long episode, VideoPacket packet) implements EncoderMessage {}

    /// All rows are encoded and the encoder is empty.
    record Finished(long episode, long rows, long repeated, long droppedFrames) implements EncoderMessage {}

    /// The encoder failed; the sentence is for people.
    record Failed(long episode, String reason) implements EncoderMessage {}
}
