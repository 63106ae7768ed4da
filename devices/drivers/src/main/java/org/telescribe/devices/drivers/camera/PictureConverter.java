package org.telescribe.devices.drivers.camera;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.frame.PooledFrame;

/// Brings decoded pictures to the size of the pool, I420, BT.601, limited range.
final class PictureConverter implements AutoCloseable {
    private static final int UNITY = 1 << 16;
    private static final int PLANES = 3;

    private final PointerPointer<BytePointer> target = new PointerPointer<>(4);
    private final IntPointer targetStrides = new IntPointer(4);
    private @Nullable SwsContext context;
    private int sourceWidth;
    private int sourceHeight;
    private int sourceFormat;

    /// Converts one picture.
    ///
    /// @return false when FFmpeg cannot convert its format
    boolean convert(AVFrame picture, PooledFrame into) {
        boolean fits = picture.format() == AV_PIX_FMT_YUV420P
                && picture.width() == into.width()
                && picture.height() == into.height()
                && picture.color_range() != AVCOL_RANGE_JPEG
                && picture.colorspace() != AVCOL_SPC_BT709;
        if (fits) {
            copy(picture, into);
            return true;
        }
        SwsContext scaler = scalerFor(picture, into);
        if (scaler == null) {
            return false;
        }
        ByteBuffer pixels = into.pixels();
        BytePointer start = new BytePointer(pixels);
        int luma = into.width() * into.height();
        target.put(0, start);
        target.put(1, start.getPointer(luma));
        target.put(2, start.getPointer(luma + luma / 4L));
        targetStrides.put(0, into.width()).put(1, into.width() / 2).put(2, into.width() / 2);
        return sws_scale(scaler, picture.data(), picture.linesize(), 0, picture.height(), target, targetStrides) > 0;
    }

    private static void copy(AVFrame picture, PooledFrame into) {
        ByteBuffer pixels = into.pixels();
        for (int plane = 0; plane < PLANES; plane++) {
            int columns = plane == 0 ? into.width() : into.width() / 2;
            int rows = plane == 0 ? into.height() : into.height() / 2;
            int stride = picture.linesize(plane);
            ByteBuffer source =
                    picture.data(plane).capacity((long) stride * rows).asBuffer();
            for (int row = 0; row < rows; row++) {
                pixels.put(pixels.position(), source, row * stride, columns);
                pixels.position(pixels.position() + columns);
            }
        }
    }

    private @Nullable SwsContext scalerFor(AVFrame picture, PooledFrame into) {
        boolean same =
                picture.width() == sourceWidth && picture.height() == sourceHeight && picture.format() == sourceFormat;
        if (same && context != null) {
            return context;
        }
        free();
        sourceWidth = picture.width();
        sourceHeight = picture.height();
        sourceFormat = picture.format();
        SwsContext made = sws_getContext(
                sourceWidth,
                sourceHeight,
                sourceFormat,
                into.width(),
                into.height(),
                AV_PIX_FMT_YUV420P,
                SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP,
                null,
                null,
                (DoublePointer) null);
        if (made == null || made.isNull()) {
            return null;
        }
        int space = picture.colorspace() == AVCOL_SPC_BT709 ? SWS_CS_ITU709 : SWS_CS_ITU601;
        int ignored = sws_setColorspaceDetails(
                made,
                sws_getCoefficients(space),
                isFullRange(picture) ? 1 : 0,
                sws_getCoefficients(SWS_CS_ITU601),
                0,
                0,
                UNITY,
                UNITY);
        context = made;
        return made;
    }

    private static boolean isFullRange(AVFrame picture) {
        int format = picture.format();
        return picture.color_range() == AVCOL_RANGE_JPEG
                || format == AV_PIX_FMT_YUVJ420P
                || format == AV_PIX_FMT_YUVJ422P
                || format == AV_PIX_FMT_YUVJ444P;
    }

    private void free() {
        SwsContext old = context;
        context = null;
        if (old != null) {
            sws_freeContext(old);
        }
    }

    @Override
    public void close() {
        free();
    }
}
