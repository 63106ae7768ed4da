package org.telescribe.teleop.episode.video;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.global.avutil;

/// Turns I420 planes of another matrix or range into BT.601, limited range, without the way through red,
/// green and blue: grey stays grey, so the colours change only by each other and the brightness by a
/// share of the colours. Fixed point, 16 bits.
final class MatrixConversion {
    private static final int FRACTION_BITS = 16;
    private static final int HALF = 1 << (FRACTION_BITS - 1);
    private static final double BT601_RED = 0.299;
    private static final double BT601_BLUE = 0.114;
    private static final double LUMA_LIMITED = 219;
    private static final double CHROMA_LIMITED = 224;
    private static final double FULL = 255;
    private static final int LUMA_FOOT = 16;
    private static final int CHROMA_MIDDLE = 128;

    private final int lumaFoot;
    private final int lumaOfLuma;
    private final int lumaOfBlue;
    private final int lumaOfRed;
    private final int blueOfBlue;
    private final int blueOfRed;
    private final int redOfBlue;
    private final int redOfRed;

    private MatrixConversion(double sourceRed, double sourceBlue, boolean fullRange) {
        double lumaScale = LUMA_LIMITED / (fullRange ? FULL : LUMA_LIMITED);
        double chromaIn = 1 / (fullRange ? FULL : CHROMA_LIMITED); // one step of a colour, of the whole range
        double sourceGreen = 1 - sourceRed - sourceBlue;
        double green = 1 - BT601_RED - BT601_BLUE;
        // red, green and blue above grey, for one unit of each colour difference
        double redOfCr = 2 * (1 - sourceRed);
        double blueOfCb = 2 * (1 - sourceBlue);
        double greenOfCr = -redOfCr * sourceRed / sourceGreen;
        double greenOfCb = -blueOfCb * sourceBlue / sourceGreen;
        double lumaOfCb = green * greenOfCb + BT601_BLUE * blueOfCb;
        double lumaOfCr = green * greenOfCr + BT601_RED * redOfCr;
        double chromaScale = CHROMA_LIMITED * chromaIn;
        this.lumaFoot = fullRange ? 0 : LUMA_FOOT;
        this.lumaOfLuma = fixed(lumaScale);
        this.lumaOfBlue = fixed(lumaOfCb * LUMA_LIMITED * chromaIn);
        this.lumaOfRed = fixed(lumaOfCr * LUMA_LIMITED * chromaIn);
        this.blueOfBlue = fixed((blueOfCb - lumaOfCb) / (2 * (1 - BT601_BLUE)) * chromaScale);
        this.blueOfRed = fixed(-lumaOfCr / (2 * (1 - BT601_BLUE)) * chromaScale);
        this.redOfBlue = fixed(-lumaOfCb / (2 * (1 - BT601_RED)) * chromaScale);
        this.redOfRed = fixed((redOfCr - lumaOfCr) / (2 * (1 - BT601_RED)) * chromaScale);
    }

    private static int fixed(double factor) {
        return (int) Math.round(factor * (1 << FRACTION_BITS));
    }

    /// {@return whether FFmpeg's colour space is BT.601, or is not said}
    static boolean isBt601(int space) {
        return switch (space) {
            case avutil.AVCOL_SPC_BT709,
                    avutil.AVCOL_SPC_SMPTE240M,
                    avutil.AVCOL_SPC_BT2020_NCL,
                    avutil.AVCOL_SPC_BT2020_CL,
                    avutil.AVCOL_SPC_FCC -> false;
            default -> true;
        };
    }

    static MatrixConversion toBt601Limited(int space, boolean fullRange) {
        return switch (space) {
            case avutil.AVCOL_SPC_BT709 -> new MatrixConversion(0.2126, 0.0722, fullRange);
            case avutil.AVCOL_SPC_SMPTE240M -> new MatrixConversion(0.212, 0.087, fullRange);
            case avutil.AVCOL_SPC_BT2020_NCL, avutil.AVCOL_SPC_BT2020_CL ->
                new MatrixConversion(0.2627, 0.0593, fullRange);
            case avutil.AVCOL_SPC_FCC -> new MatrixConversion(0.30, 0.11, fullRange);
            default -> new MatrixConversion(BT601_RED, BT601_BLUE, fullRange);
        };
    }

    /// Converts a picture in place.
    void apply(ByteBuffer i420, int width, int height) {
        int blues = width * height;
        int reds = blues + blues / 4;
        for (int y = 0; y < height; y += 2) {
            for (int x = 0; x < width; x += 2) {
                int chroma = y / 2 * (width / 2) + x / 2;
                int blue = (i420.get(blues + chroma) & 0xFF) - CHROMA_MIDDLE;
                int red = (i420.get(reds + chroma) & 0xFF) - CHROMA_MIDDLE;
                i420.put(blues + chroma, chroma(blueOfBlue * blue + blueOfRed * red));
                i420.put(reds + chroma, chroma(redOfBlue * blue + redOfRed * red));
                int share = lumaOfBlue * blue + lumaOfRed * red + HALF + (LUMA_FOOT << FRACTION_BITS);
                luma(i420, y * width + x, share);
                luma(i420, y * width + x + 1, share);
                luma(i420, (y + 1) * width + x, share);
                luma(i420, (y + 1) * width + x + 1, share);
            }
        }
    }

    private void luma(ByteBuffer i420, int at, int share) {
        int value = ((i420.get(at) & 0xFF) - lumaFoot) * lumaOfLuma + share;
        i420.put(at, (byte) Math.clamp(value >> FRACTION_BITS, 0, 255));
    }

    private static byte chroma(int fixed) {
        return (byte) Math.clamp(((fixed + HALF) >> FRACTION_BITS) + CHROMA_MIDDLE, 0, 255);
    }
}
