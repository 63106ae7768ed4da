package org.telescribe.policyruntime.inference.bundle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads channels, grippers and the start region.
final class ChannelReader {
    private ChannelReader() {}

    static List<StateChannel> state(YamlPlace list) {
        List<StateChannel> channels = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlPlace item : notEmpty(list)) {
            String name = name(item, names);
            ChannelUnit unit = item.at("unit").oneOf(ChannelUnit.values(), ChannelUnit::word);
            double min = item.at("min").number();
            double max = max(item, min);
            channels.add(new StateChannel(name, unit, min, max, statistics(item.maybe("statistics"))));
            item.nothingElse();
        }
        return channels;
    }

    static List<ActionChannel> actions(YamlPlace list, List<StateChannel> state) {
        List<ActionChannel> channels = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlPlace item : notEmpty(list)) {
            String name = name(item, names);
            ChannelUnit unit = item.at("unit").oneOf(ChannelUnit.values(), ChannelUnit::word);
            double min = item.at("min").number();
            double max = max(item, min);
            YamlPlace place = item.at("representation");
            ActionRepresentation representation = place.oneOf(ActionRepresentation.values());
            boolean anchored = state.stream().anyMatch(other -> other.name().equals(name) && other.unit() == unit);
            if (representation == ActionRepresentation.RELATIVE_TO_OBSERVED_STATE && !anchored) {
                place.problem("there is no state channel \"%s\" in %s that it could be measured from"
                        .formatted(name, unit.word()));
            }
            channels.add(new ActionChannel(name, unit, min, max, representation, statistics(item.maybe("statistics"))));
            item.nothingElse();
        }
        return channels;
    }

    static List<GripperConvention> grippers(YamlPlace list, List<ActionChannel> actions) {
        List<GripperConvention> grippers = new ArrayList<>();
        for (YamlPlace item : list.items()) {
            String channel = known(
                    item, "action", actions.stream().map(ActionChannel::name).toList());
            double open = item.at("open").number();
            double closed = item.at("closed").number();
            grippers.add(new GripperConvention(channel, open, closed));
            item.nothingElse();
        }
        return grippers;
    }

    static List<StartRange> startPose(YamlPlace list, List<StateChannel> state) {
        List<StartRange> ranges = new ArrayList<>();
        for (YamlPlace item : list.items()) {
            String channel =
                    known(item, "state", state.stream().map(StateChannel::name).toList());
            double min = item.at("min").number();
            ranges.add(new StartRange(channel, min, max(item, min)));
            item.nothingElse();
        }
        return ranges;
    }

    private static String known(YamlPlace item, String kind, List<String> names) {
        YamlPlace place = item.at("channel");
        String channel = place.nonBlank();
        if (!place.absent() && !names.contains(channel)) {
            place.problem("there is no %s channel \"%s\"".formatted(kind, channel));
        }
        return channel;
    }

    private static List<YamlPlace> notEmpty(YamlPlace list) {
        List<YamlPlace> items = list.items();
        if (!list.absent() && items.isEmpty()) {
            list.problem("needs at least one channel");
        }
        return items;
    }

    private static String name(YamlPlace item, Set<String> names) {
        YamlPlace place = item.at("name");
        String name = place.nonBlank();
        if (!place.absent() && !names.add(name)) {
            place.problem("the channel \"%s\" is there twice".formatted(name));
        }
        return name;
    }

    private static double max(YamlPlace item, double min) {
        YamlPlace place = item.at("max");
        double max = place.number();
        if (!place.absent() && !(max >= min)) {
            place.problem("%s is less than min, %s".formatted(max, min));
        }
        return max;
    }

    private static ChannelStatistics statistics(YamlPlace place) {
        if (place.absent()) {
            return new ChannelStatistics.Missing();
        }
        StatisticsMode mode = place.at("mode").oneOf(StatisticsMode.values());
        ChannelStatistics statistics = switch (mode) {
            case MEAN_STD -> {
                YamlPlace both = place.maybe("eps_both_ways");
                double mean = place.at("mean").number();
                double deviation = place.at("std").atLeast(0);
                yield new ChannelStatistics.MeanStd(mean, deviation, eps(place, deviation), both.flag());
            }
            case MIN_MAX -> span(place, "min", "max");
            case QUANTILES -> span(place, "low", "high");
            case IN_GRAPH -> new ChannelStatistics.InGraph();
        };
        place.nothingElse();
        return statistics;
    }

    private static ChannelStatistics span(YamlPlace place, String lowKey, String highKey) {
        double low = place.at(lowKey).number();
        YamlPlace highPlace = place.at(highKey);
        double high = highPlace.number();
        if (!highPlace.absent() && high < low) {
            highPlace.problem("%s is less than %s, %s".formatted(high, lowKey, low));
        }
        return new ChannelStatistics.Span(low, high, eps(place, high - low));
    }

    private static double eps(YamlPlace place, double divisor) {
        YamlPlace at = place.at("eps");
        double eps = at.absent() ? 1 : at.number();
        if (eps < 0 || !(divisor + eps > 0)) {
            at.problem("with eps %s there would be a division by 0".formatted(eps));
        }
        return eps;
    }

    private enum StatisticsMode {
        MEAN_STD,
        MIN_MAX,
        QUANTILES,
        IN_GRAPH
    }
}
