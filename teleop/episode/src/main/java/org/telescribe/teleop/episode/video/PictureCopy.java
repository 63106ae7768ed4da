package org.telescribe.teleop.episode.video;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.model.DatasetException;

/// Copies decoded pictures out as I420, BT.601 limited range, whatever they are: the matrix and the
/// range that the file is tagged with count, an untagged one is BT.601 limited. One thread.
final class PictureCopy implements AutoCloseable {
    private static final int UNIT = 1 << 16; // swscale's 1.0

    private @Nullable SwsContext scaler;
    private int scalerFormat = avutil.AV_PIX_FMT_NONE;
    private @Nullable AVFrame planar;
    private @Nullable MatrixConversion matrix;
    private int matrixSpace = -1;
    private boolean matrixFullRange;

    /// Copies a picture.
    void copy(AVFrame frame, int width, int height, ByteBuffer into) {
        int format = frame.format();
        boolean fullRange = frame.color_range() == avutil.AVCOL_RANGE_JPEG || isFullRangeFormat(format);
        AVFrame source = frame;
        if (format != avutil.AV_PIX_FMT_YUV420P && format != avutil.AV_PIX_FMT_YUVJ420P) {
            source = toPlanar(frame, width, height);
        }
        boolean colours = isRgb(format);
        planes(source, width, height, MemorySegment.ofBuffer(into));
        if (colours) {
            return; // the scaler made BT.601 limited of it
        }
        int space = frame.colorspace();
        boolean standard = MatrixConversion.isBt601(space);
        if (standard && fullRange) {
            ranges(into, width, height);
        } else if (!standard) {
            matrix(space, fullRange).apply(into, width, height);
        }
    }

    private static boolean isFullRangeFormat(int format) {
        return format == avutil.AV_PIX_FMT_YUVJ420P
                || format == avutil.AV_PIX_FMT_YUVJ422P
                || format == avutil.AV_PIX_FMT_YUVJ444P
                || format == avutil.AV_PIX_FMT_YUVJ440P;
    }

    private static boolean isRgb(int format) {
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(format);
        return descriptor != null && (descriptor.flags() & avutil.AV_PIX_FMT_FLAG_RGB) != 0;
    }

    private static void planes(AVFrame source, int width, int height, MemorySegment into) {
        int chromaWidth = width / 2;
        int chromaHeight = height / 2;
        long luma = (long) width * height;
        plane(source, 0, width, height, into, 0);
        plane(source, 1, chromaWidth, chromaHeight, into, luma);
        plane(source, 2, chromaWidth, chromaHeight, into, luma + (long) chromaWidth * chromaHeight);
    }

    private static void plane(AVFrame source, int index, int width, int height, MemorySegment into, long offset) {
        long stride = source.linesize(index);
        long address = source.data(index).address();
        if (stride == width) {
            long bytes = (long) width * height;
            MemorySegment.copy(MemorySegment.ofAddress(address).reinterpret(bytes), 0, into, offset, bytes);
            return;
        }
        for (int y = 0; y < height; y++) { // a stride may be negative, so each line is a segment of its own
            MemorySegment line = MemorySegment.ofAddress(address + y * stride).reinterpret(width);
            MemorySegment.copy(line, 0, into, offset + (long) y * width, width);
        }
    }

    private static void ranges(ByteBuffer into, int width, int height) {
        MemorySegment bytes = MemorySegment.ofBuffer(into);
        int luma = width * height;
        table(bytes, 0, luma, RangeConversion.lumaToLimited());
        table(bytes, luma, luma + 2 * (width / 2) * (height / 2), RangeConversion.chromaToLimited());
    }

    private static void table(MemorySegment bytes, int from, int to, byte[] table) {
        for (int i = from; i < to; i++) {
            bytes.set(ValueLayout.JAVA_BYTE, i, table[bytes.get(ValueLayout.JAVA_BYTE, i) & 0xFF]);
        }
    }

    private MatrixConversion matrix(int space, boolean fullRange) {
        MatrixConversion known = matrix;
        if (known == null || matrixSpace != space || matrixFullRange != fullRange) {
            known = MatrixConversion.toBt601Limited(space, fullRange);
            matrix = known;
            matrixSpace = space;
            matrixFullRange = fullRange;
        }
        return known;
    }

    /// Makes 8-bit planes at half resolution of the colours; keeps matrix and range of pictures that
    /// have one.
    private AVFrame toPlanar(AVFrame frame, int width, int height) {
        SwsContext context = scaler(frame.format(), width, height);
        AVFrame target = planar;
        if (target == null) {
            target = avutil.av_frame_alloc();
            target.format(avutil.AV_PIX_FMT_YUV420P);
            target.width(width);
            target.height(height);
            Ffmpeg.check(avutil.av_frame_get_buffer(target, 0), "no memory for a picture");
            planar = target;
        }
        Ffmpeg.check(
                swscale.sws_scale(context, frame.data(), frame.linesize(), 0, height, target.data(), target.linesize()),
                "a picture cannot be converted");
        return target;
    }

    private SwsContext scaler(int format, int width, int height) {
        SwsContext known = scaler;
        if (known != null && scalerFormat == format) {
            return known;
        }
        if (known != null) {
            swscale.sws_freeContext(known);
            scaler = null;
        }
        SwsContext made = swscale.sws_getContext(
                width,
                height,
                format,
                width,
                height,
                avutil.AV_PIX_FMT_YUV420P,
                swscale.SWS_AREA | swscale.SWS_ACCURATE_RND | swscale.SWS_FULL_CHR_H_INP,
                (SwsFilter) null,
                (SwsFilter) null,
                (DoublePointer) null);
        if (made == null || made.isNull()) {
            throw new DatasetException("Pictures in pixel format %s cannot be shown. Other cameras still play."
                    .formatted(Ffmpeg.pixelFormatName(format)));
        }
        // The same range on both sides for planes; full to limited for red, green and blue.
        IntPointer bt601 = swscale.sws_getCoefficients(swscale.SWS_CS_ITU601);
        int sourceRange = isRgb(format) || isFullRangeFormat(format) ? 1 : 0;
        int targetRange = isRgb(format) ? 0 : sourceRange;
        swscale.sws_setColorspaceDetails(made, bt601, sourceRange, bt601, targetRange, 0, UNIT, UNIT);
        scaler = made;
        scalerFormat = format;
        return made;
    }

    @Override
    public void close() {
        if (scaler != null) {
            swscale.sws_freeContext(scaler);
            scaler = null;
        }
        if (planar != null) {
            avutil.av_frame_free(planar);
            planar = null;
        }
    }
}
