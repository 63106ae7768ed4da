package org.telescribe.teleop.episode.video;

import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.telescribe.teleop.episode.model.DatasetException;

/// What all uses of FFmpeg share: its answers, and the reason in words when it refuses.
final class Ffmpeg {
    private static final int TEXT_BYTES = 256;

    private Ffmpeg() {}

    /// Makes the libraries silent: their answers come back as sentences.
    static void quiet() {
        avutil.av_log_set_level(avutil.AV_LOG_FATAL);
    }

    /// Passes a good answer on and makes a bad one a sentence.
    static int check(int answer, String what) {
        if (answer < 0) {
            throw new DatasetException("%s: %s".formatted(what, reason(answer)));
        }
        return answer;
    }

    static String reason(int answer) {
        byte[] text = new byte[TEXT_BYTES];
        avutil.av_strerror(answer, text, text.length);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    static boolean isAgain(int answer) {
        return answer == org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN();
    }

    static boolean isEnd(int answer) {
        return answer == avutil.AVERROR_EOF;
    }

    static String codecName(int codecId) {
        try (BytePointer name = avcodec.avcodec_get_name(codecId)) {
            return name.getString();
        }
    }

    static String pixelFormatName(int format) {
        BytePointer name = avutil.av_get_pix_fmt_name(format);
        return name == null || name.isNull() ? "unknown" : name.getString();
    }
}
