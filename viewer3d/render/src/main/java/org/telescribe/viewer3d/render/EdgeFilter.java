package org.telescribe.viewer3d.render;

import java.nio.IntBuffer;

/// Makes the edges of a picture smooth after it was drawn with one sample per pixel: finds edges by
/// their contrast, walks along each to both of its ends and blends across it by how far the nearer end
/// is. On a processor that draws by itself this is a tenth of the work of four samples per pixel.
/// Confined to one thread; reused for pictures of one size.
final class EdgeFilter {
    private static final int REACH = 8;
    private static final int NO_END = REACH + 1;
    /// Contrast below this is no edge, of 255.
    private static final int LEAST_CONTRAST = 11;

    private final int width;
    private final int height;
    private final int[] drawn;
    private final int[] smooth;
    private final int[] light;

    EdgeFilter(int width, int height) {
        this.width = width;
        this.height = height;
        this.drawn = new int[width * height];
        this.smooth = new int[width * height];
        this.light = new int[width * height];
    }

    boolean is(int wantedWidth, int wantedHeight) {
        return width == wantedWidth && height == wantedHeight;
    }

    /// Filters a picture.
    ///
    /// @param from pixels as drawn
    /// @param into gets the smooth pixels; may be the same buffer
    void apply(IntBuffer from, IntBuffer into) {
        from.get(0, drawn);
        System.arraycopy(drawn, 0, smooth, 0, drawn.length);
        lighten();
        for (int y = 1; y < height - 1; y++) {
            filterRow(y);
        }
        into.put(0, smooth);
    }

    private void lighten() {
        for (int i = 0; i < drawn.length; i++) {
            int argb = drawn[i];
            light[i] = (77 * ((argb >> 16) & 0xFF) + 150 * ((argb >> 8) & 0xFF) + 29 * (argb & 0xFF)) >> 8;
        }
    }

    private void filterRow(int y) {
        int end = y * width + width - 1;
        for (int i = y * width + 1; i < end; i++) {
            int m = light[i];
            int n = light[i - width];
            int s = light[i + width];
            int w = light[i - 1];
            int e = light[i + 1];
            int low = Math.min(Math.min(n, s), Math.min(w, e));
            int high = Math.max(Math.max(n, s), Math.max(w, e));
            int contrast = Math.max(high, m) - Math.min(low, m);
            if (contrast > LEAST_CONTRAST && 9 * contrast > Math.max(high, m)) {
                filter(i, m, n, s, w, e, contrast);
            }
        }
    }

    private void filter(int i, int m, int n, int s, int w, int e, int contrast) {
        boolean level = Math.abs(n + s - 2 * m) >= Math.abs(w + e - 2 * m);
        int before = level ? n : w;
        int after = level ? s : e;
        boolean towardsBefore = Math.abs(before - m) >= Math.abs(after - m);
        int across = (level ? width : 1) * (towardsBefore ? -1 : 1);
        int along = level ? 1 : width;
        int other = towardsBefore ? before : after;
        // twice the mean of both sides, as sums of two are compared with it
        int edge = m + other;
        int tolerance = Math.abs(other - m) / 2;
        int x = i % width;
        int y = i / width;
        int toStart = level ? x : y;
        int toLast = level ? width - 1 - x : height - 1 - y;
        int fromStart = walk(i, -along, across, edge, tolerance, Math.min(REACH, toStart));
        int toEnd = walk(i, along, across, edge, tolerance, Math.min(REACH, toLast));
        int nearer = Math.min(fromStart, toEnd);
        float share = 0;
        if (nearer != NO_END) {
            int place = fromStart < toEnd ? i - along * fromStart : i + along * toEnd;
            int side = light[place] + light[place + across] - edge;
            if ((side < 0) != (2 * m - edge < 0)) {
                share = Math.max(0, 0.5f - (nearer - 0.5f) / (fromStart + toEnd - 1));
            }
        }
        // a straight edge gives a quarter; more is a corner, a thin line or a dot
        float lone = Math.max(0, Math.abs((n + s + w + e) / 4f - m) / contrast - 0.25f) / 0.75f;
        share = Math.min(0.5f, Math.max(share, 0.5f * lone * lone));
        smooth[i] = mix(drawn[i], drawn[i + across], Math.round(share * 256));
    }

    /// {@return how many pixels along the edge its end lies, or NO_END}
    private int walk(int from, int along, int across, int edge, int tolerance, int most) {
        int place = from;
        for (int step = 1; step <= most; step++) {
            place += along;
            if (Math.abs(light[place] + light[place + across] - edge) > tolerance) {
                return step;
            }
        }
        return NO_END;
    }

    /// Mixes two colours, `share` of 256 of the second.
    private static int mix(int a, int b, int share) {
        int redBlue = ((a & 0xFF00FF) * (256 - share) + (b & 0xFF00FF) * share + 0x800080) >>> 8;
        int green = ((a & 0xFF00) * (256 - share) + (b & 0xFF00) * share + 0x8000) >>> 8;
        return (a & 0xFF000000) | (redBlue & 0xFF00FF) | (green & 0xFF00);
    }
}
