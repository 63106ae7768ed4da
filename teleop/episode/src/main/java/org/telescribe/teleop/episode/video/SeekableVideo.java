package org.telescribe.teleop.episode.video;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.teleop.episode.model.DatasetException;

/// Decodes any picture of a video file exactly: from the nearest keyframe, or by going on from where it
/// is. A picture is known by its presentation time, never by counting. Work comes in steps of one
/// picture, so that it can be given up between two. One thread.
public final class SeekableVideo implements AutoCloseable {
    /// Answer of [#advance] at the end of the file.
    public static final int END = -1;

    private static final int NOWHERE = -1;

    private final VideoIndex index;
    private final VideoInput input;
    private final AVCodecContext decoder;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();
    private final UnneededPackets unneeded;
    private final PictureCopy copy = new PictureCopy();
    private boolean inputEnded;
    private int position = NOWHERE;
    private int current = NOWHERE;
    private boolean closed;

    private SeekableVideo(VideoIndex index, VideoInput input, AVCodecContext decoder) {
        this.index = index;
        this.input = input;
        this.decoder = decoder;
        this.unneeded = UnneededPackets.of(input.stream().codecpar());
    }

    /// Opens a file for decoding.
    ///
    /// @param index of the file
    /// @param threads how many threads the decoder may use, at least 1
    /// @return the open video, before its first picture
    public static SeekableVideo open(VideoIndex index, int threads) {
        VideoInput input = VideoInput.open(index.file());
        boolean opened = false;
        try {
            SeekableVideo video = new SeekableVideo(index, input, openDecoder(index, input, threads));
            opened = true;
            return video;
        } finally {
            if (!opened) {
                input.close();
            }
        }
    }

    private static AVCodecContext openDecoder(VideoIndex index, VideoInput input, int threads) {
        int codecId = input.stream().codecpar().codec_id();
        AVCodec codec = codecId == avcodec.AV_CODEC_ID_AV1 ? avcodec.avcodec_find_decoder_by_name("libaom-av1") : null;
        if (codec == null || codec.isNull()) {
            codec = avcodec.avcodec_find_decoder(codecId);
        }
        if (codec == null || codec.isNull()) {
            throw new DatasetException("%s is encoded as %s, which cannot be decoded here. Other cameras still play."
                    .formatted(index.file(), index.codecName()));
        }
        AVCodecContext decoder = avcodec.avcodec_alloc_context3(codec);
        int answer =
                avcodec.avcodec_parameters_to_context(decoder, input.stream().codecpar());
        if (answer >= 0) {
            decoder.pkt_timebase(input.stream().time_base());
            decoder.thread_count(threads);
            decoder.thread_type(AVCodecContext.FF_THREAD_SLICE); // frame threads would hold pictures back
            answer = avcodec.avcodec_open2(decoder, codec, (AVDictionary) null);
        }
        if (answer < 0) {
            avcodec.avcodec_free_context(decoder);
            throw new DatasetException(
                    "%s is encoded as %s, which cannot be decoded here: %s. Other cameras still play."
                            .formatted(index.file(), index.codecName(), Ffmpeg.reason(answer)));
        }
        return decoder;
    }

    /// {@return the file's index}
    public VideoIndex index() {
        return index;
    }

    /// Makes ready for a picture: stays where it is when the picture is decoded from there anyway, goes
    /// to its keyframe otherwise.
    ///
    /// @param picture its number
    public void aim(int picture) {
        int start = index.start(picture);
        boolean onTheWay =
                !inputEnded && position != NOWHERE && position <= picture && index.startPicture(start) <= position;
        if (!onTheWay) {
            goTo(start);
        }
    }

    /// {@return whether [#aim] for this picture would go on from where the decoder is}
    ///
    /// @param picture its number
    public boolean isOnTheWayTo(int picture) {
        return !inputEnded
                && position != NOWHERE
                && position <= picture
                && index.startPicture(index.start(picture)) <= position;
    }

    private void goTo(int start) {
        current = NOWHERE;
        position = NOWHERE;
        int from = start;
        while (!input.seek(index.startDecodeTicks(from))) {
            if (from == 0) {
                throw new DatasetException("%s (%s): the file cannot be searched. Other cameras still play."
                        .formatted(index.file(), index.codecName()));
            }
            from--;
        }
        avcodec.avcodec_flush_buffers(decoder);
        inputEnded = false;
        position = Math.max(0, index.startPicture(from));
    }

    /// Decodes one more picture, on the way to a wanted one. Pictures before it that no other picture is
    /// decoded from are left out.
    ///
    /// @param wanted number of the wanted picture; 0 leaves nothing out
    /// @return the number of the picture that is decoded now, or [#END]
    public int advance(int wanted) {
        while (true) {
            int answer = avcodec.avcodec_receive_frame(decoder, frame);
            if (answer >= 0) {
                int number = index.pictureAtTicks(frame.best_effort_timestamp());
                if (number >= 0) {
                    current = number;
                    position = number + 1;
                    return number;
                }
            } else if (Ffmpeg.isEnd(answer)) {
                current = NOWHERE;
                return END;
            } else if (Ffmpeg.isAgain(answer)) {
                feed(wanted);
            } else {
                throw undecodable(answer);
            }
        }
    }

    private void feed(int wanted) {
        boolean more = input.read(packet);
        if (!more) {
            inputEnded = true;
            int answer = avcodec.avcodec_send_packet(decoder, null);
            if (answer < 0 && !Ffmpeg.isEnd(answer)) {
                throw undecodable(answer);
            }
            return;
        }
        int number = index.pictureAtTicks(packet.pts());
        boolean before = number >= 0 && number < wanted;
        if (before && unneeded.mayLeaveOut(packet)) {
            avcodec.av_packet_unref(packet);
            return;
        }
        decoder.skip_frame(before ? avcodec.AVDISCARD_NONREF : avcodec.AVDISCARD_DEFAULT);
        int answer = avcodec.avcodec_send_packet(decoder, packet);
        avcodec.av_packet_unref(packet);
        if (answer < 0) {
            throw undecodable(answer);
        }
    }

    private DatasetException undecodable(int answer) {
        int near = Math.max(0, position);
        position = NOWHERE;
        current = NOWHERE;
        return new DatasetException("%s (%s): the picture at %.3f s cannot be decoded: %s. Other cameras still play."
                .formatted(
                        index.file(),
                        index.codecName(),
                        index.seconds(Math.min(near, index.pictures() - 1)),
                        Ffmpeg.reason(answer)));
    }

    /// Copies the picture that is decoded now.
    ///
    /// @param into a frame of the index's width and height
    public void copyTo(PooledFrame into) {
        if (current == NOWHERE) {
            throw new IllegalStateException("no picture of %s is decoded now".formatted(index.file()));
        }
        if (into.width() != index.width() || into.height() != index.height()) {
            throw new IllegalArgumentException("a picture of %d x %d does not fit into %d x %d"
                    .formatted(index.width(), index.height(), into.width(), into.height()));
        }
        if (frame.width() < index.width() || frame.height() < index.height()) {
            throw new DatasetException(
                    "%s (%s): the pictures change their size from %d x %d to %d x %d. Other cameras still play."
                            .formatted(
                                    index.file(),
                                    index.codecName(),
                                    index.width(),
                                    index.height(),
                                    frame.width(),
                                    frame.height()));
        }
        copy.copy(frame, index.width(), index.height(), into.pixels());
    }

    /// Decodes a picture exactly.
    ///
    /// @param picture its number
    /// @param into a frame of the index's width and height
    public void decode(int picture, PooledFrame into) {
        aim(picture);
        int number = advance(picture);
        while (number != END && number < picture) {
            number = advance(picture);
        }
        if (number != picture) {
            position = NOWHERE;
            throw new DatasetException("%s (%s): the picture at %.3f s is damaged. Other cameras still play."
                    .formatted(index.file(), index.codecName(), index.seconds(picture)));
        }
        copyTo(into);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        copy.close();
        avcodec.avcodec_free_context(decoder);
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        input.close();
    }
}
