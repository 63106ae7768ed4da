package org.telescribe.policyruntime.inference.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.telescribe.policyruntime.inference.bundle.CameraInput;
import org.telescribe.policyruntime.inference.bundle.ChannelStatistics;
import org.telescribe.policyruntime.inference.bundle.ChannelUnit;
import org.telescribe.policyruntime.inference.bundle.GripperConvention;
import org.telescribe.policyruntime.inference.bundle.PolicyManifest;

/// Holds a manifest against a station: names and units, never places in a list.
final class StationFit {
    private static final double SAME_RATE_HZ = 0.01;
    private static final double SAME_VALUE = 1e-6;

    private final PolicyManifest manifest;
    private final StationDescription station;
    private final List<CheckItem> items;

    StationFit(PolicyManifest manifest, StationDescription station, List<CheckItem> items) {
        this.manifest = manifest;
        this.station = station;
        this.items = items;
    }

    void check() {
        robot();
        report(
                CheckSubject.STATE,
                channels("state", manifest.state().stream().map(Channel::of).toList(), station.state()),
                "The station has all %d state channels."
                        .formatted(manifest.state().size()));
        report(
                CheckSubject.ACTIONS,
                channels("action", manifest.actions().stream().map(Channel::of).toList(), station.actions()),
                "The station has all %d action channels."
                        .formatted(manifest.actions().size()));
        report(CheckSubject.GRIPPERS, grippers(), "Open and closed are the same numbers here.");
        report(CheckSubject.STATISTICS, statistics(), "Each channel has statistics.");
        report(CheckSubject.CAMERAS, cameras(), "The station has all cameras: " + roles() + ".");
    }

    private void robot() {
        List<String> reasons = new ArrayList<>();
        if (!manifest.robotType().equals(station.robotType())) {
            reasons.add("The policy was trained on %s; this station is %s. Take a policy of this robot."
                    .formatted(manifest.robotType(), station.robotType()));
        }
        if (Math.abs(manifest.controlHz() - station.controlHz()) > SAME_RATE_HZ) {
            reasons.add("The policy acts %s times a second; this station would ask %s times. Set the same rate."
                    .formatted(manifest.controlHz(), station.controlHz()));
        }
        report(
                CheckSubject.ROBOT,
                reasons,
                "%s at %s actions a second.".formatted(manifest.robotType(), manifest.controlHz()));
    }

    private static List<String> channels(String kind, List<Channel> wanted, List<StationChannel> there) {
        List<String> reasons = new ArrayList<>();
        for (Channel channel : wanted) {
            Optional<StationChannel> match = there.stream()
                    .filter(other -> other.name().equals(channel.name()))
                    .findFirst();
            if (match.isEmpty()) {
                reasons.add("The policy needs the %s channel %s, which this station does not have."
                        .formatted(kind, channel.name()));
            } else if (match.get().unit() != channel.unit()) {
                reasons.add("The %s channel %s is in %s for the policy and in %s on this station."
                        .formatted(
                                kind,
                                channel.name(),
                                channel.unit().word(),
                                match.get().unit().word()));
            } else if (match.get().min() > channel.max() || match.get().max() < channel.min()) {
                reasons.add(
                        "The %s channel %s goes from %s to %s for the policy and from %s to %s here: nothing in common."
                                .formatted(
                                        kind,
                                        channel.name(),
                                        channel.min(),
                                        channel.max(),
                                        match.get().min(),
                                        match.get().max()));
            }
        }
        return reasons;
    }

    private List<String> grippers() {
        List<String> reasons = new ArrayList<>();
        for (GripperConvention said : manifest.grippers()) {
            Optional<GripperConvention> match = station.grippers().stream()
                    .filter(other -> other.channel().equals(said.channel()))
                    .findFirst();
            if (match.isEmpty()) {
                reasons.add(
                        "This station does not say which numbers of %s are open and closed.".formatted(said.channel()));
            } else if (Math.abs(match.get().openValue() - said.openValue()) > SAME_VALUE
                    || Math.abs(match.get().closedValue() - said.closedValue()) > SAME_VALUE) {
                reasons.add("%s is open at %s and closed at %s for the policy, at %s and %s on this station."
                        .formatted(
                                said.channel(),
                                said.openValue(),
                                said.closedValue(),
                                match.get().openValue(),
                                match.get().closedValue()));
            }
        }
        return reasons;
    }

    private List<String> statistics() {
        return Stream.concat(
                        manifest.state().stream()
                                .filter(channel -> channel.statistics() instanceof ChannelStatistics.Missing)
                                .map(channel -> "state channel " + channel.name()),
                        manifest.actions().stream()
                                .filter(channel -> channel.statistics() instanceof ChannelStatistics.Missing)
                                .map(channel -> "action channel " + channel.name()))
                .map(
                        ("The %s has no statistics, so its numbers would mean nothing to the graph. Add them to policy.yaml,"
                                        + " or say mode: in_graph.")::formatted)
                .toList();
    }

    private List<String> cameras() {
        List<String> reasons = new ArrayList<>();
        for (CameraInput camera : manifest.cameras()) {
            if (station.cameras().stream().noneMatch(there -> there.role().equals(camera.role()))) {
                reasons.add("The policy needs a camera with the role %s; this station has %s."
                        .formatted(
                                camera.role(),
                                station.cameras().stream()
                                        .map(StationCamera::role)
                                        .toList()));
            }
        }
        return reasons;
    }

    private String roles() {
        return String.join(
                ", ", manifest.cameras().stream().map(CameraInput::role).toList());
    }

    private void report(CheckSubject subject, List<String> reasons, String passed) {
        if (reasons.isEmpty()) {
            items.add(new CheckItem(subject, true, passed));
        }
        reasons.forEach(reason -> items.add(new CheckItem(subject, false, reason)));
    }

    private record Channel(String name, ChannelUnit unit, double min, double max) {
        static Channel of(org.telescribe.policyruntime.inference.bundle.StateChannel channel) {
            return new Channel(channel.name(), channel.unit(), channel.min(), channel.max());
        }

        static Channel of(org.telescribe.policyruntime.inference.bundle.ActionChannel channel) {
            return new Channel(channel.name(), channel.unit(), channel.min(), channel.max());
        }
    }
}
