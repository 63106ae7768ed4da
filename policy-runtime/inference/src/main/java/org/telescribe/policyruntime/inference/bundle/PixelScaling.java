package org.telescribe.policyruntime.inference.bundle;

import java.util.List;

/// What a byte of a picture becomes: `byte * scale + offset`, for each colour.
///
/// @param scale factors of red, green and blue
/// @param offset added to red, green and blue
public record PixelScaling(List<Double> scale, List<Double> offset) {
    /// Bytes as they are.
    public static final PixelScaling RAW = same(1, 0);
    /// 0 to 1.
    public static final PixelScaling ZERO_TO_ONE = same(1 / 255.0, 0);
    /// -1 to 1.
    public static final PixelScaling MINUS_ONE_TO_ONE = same(2 / 255.0, -1);

    /// Copies and checks.
    public PixelScaling {
        scale = List.copyOf(scale);
        offset = List.copyOf(offset);
        if (scale.size() != 3 || offset.size() != 3) {
            throw new IllegalArgumentException("scaling has a factor and an offset for red, green and blue");
        }
    }

    /// {@return scaling to 0..1, then less mean, then divided by deviation}
    ///
    /// @param mean means of red, green and blue, of pictures in 0..1
    /// @param deviation standard deviations of red, green and blue, of pictures in 0..1
    public static PixelScaling standardised(List<Double> mean, List<Double> deviation) {
        List<Double> scale =
                deviation.stream().map(value -> 1 / (255.0 * value)).toList();
        List<Double> offset = List.of(
                -mean.get(0) / deviation.get(0), -mean.get(1) / deviation.get(1), -mean.get(2) / deviation.get(2));
        return new PixelScaling(scale, offset);
    }

    private static PixelScaling same(double scale, double offset) {
        return new PixelScaling(List.of(scale, scale, scale), List.of(offset, offset, offset));
    }
}
