package org.telescribe.policyruntime.inference.bundle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads the pictures that a policy sees.
final class CameraReader {
    private static final int MOST_PIXELS = 4096;

    private CameraReader() {}

    static List<CameraInput> cameras(YamlPlace list) {
        List<CameraInput> cameras = new ArrayList<>();
        Set<String> roles = new HashSet<>();
        for (YamlPlace item : list.items()) {
            YamlPlace rolePlace = item.at("role");
            String role = rolePlace.nonBlank();
            if (!rolePlace.absent() && !roles.add(role)) {
                rolePlace.problem("the role \"%s\" is there twice".formatted(role));
            }
            int width = item.at("width").integer(1, MOST_PIXELS);
            int height = item.at("height").integer(1, MOST_PIXELS);
            ResizeMode resize = item.at("resize").oneOf(ResizeMode.values());
            boolean antialias = item.at("antialias").flag();
            YamlPlace pad = item.maybe("pad_value");
            int padValue = pad.absent() ? 0 : pad.integer(0, 255);
            PixelScaling scaling = scaling(item.at("scaling"));
            PixelLayout layout = item.at("layout").oneOf(PixelLayout.values());
            cameras.add(new CameraInput(role, width, height, resize, antialias, padValue, scaling, layout));
            item.nothingElse();
        }
        return cameras;
    }

    private static PixelScaling scaling(YamlPlace place) {
        if (place.absent() || place.isText()) {
            return switch (place.oneOf(NamedScaling.values())) {
                case RAW -> PixelScaling.RAW;
                case ZERO_TO_ONE -> PixelScaling.ZERO_TO_ONE;
                case MINUS_ONE_TO_ONE -> PixelScaling.MINUS_ONE_TO_ONE;
            };
        }
        List<Double> mean = colours(place.at("mean"), -1000);
        List<Double> deviation = colours(place.at("std"), 1e-9);
        place.nothingElse();
        return PixelScaling.standardised(mean, deviation);
    }

    private static List<Double> colours(YamlPlace list, double least) {
        List<YamlPlace> items = list.items();
        if (items.size() != 3) {
            if (!list.absent()) {
                list.problem("needs three numbers: red, green, blue");
            }
            return List.of(1.0, 1.0, 1.0);
        }
        return IntStream.range(0, 3)
                .mapToObj(colour -> items.get(colour).atLeast(least))
                .toList();
    }

    private enum NamedScaling {
        RAW,
        ZERO_TO_ONE,
        MINUS_ONE_TO_ONE
    }
}
