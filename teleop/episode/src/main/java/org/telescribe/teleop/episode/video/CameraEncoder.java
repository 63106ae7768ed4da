package org.telescribe.teleop.episode.video;

import java.nio.ByteBuffer;
import java.util.List;

/// Encodes the pictures of one camera of one episode. Confined to the thread that opened it.
public interface CameraEncoder extends AutoCloseable {
    /// Encodes a picture. No picture is held back: what comes out is the picture that went in.
    ///
    /// @param pixels I420, BT.601 limited range, position 0, rows without padding
    /// @param rowIndex the row that it belongs to, growing by one from 0
    /// @return the packets that are ready, one as a rule
    List<EncodedPacket> encode(ByteBuffer pixels, long rowIndex);

    /// {@return what was still in the encoder, and at most once the final histogram with it}
    List<EncodedPacket> drain();

    /// {@return the encoder's header, which a decoder needs first; may be empty}
    ByteBuffer codecHeader();

    /// Gives the encoder's threads and memory back.
    @Override
    void close();
}
