package org.telescribe.policyruntime.rollouts.study;

import org.telescribe.policyruntime.inference.check.CheckedBundle;

/// A policy in a study, and how it is run. Two that are run differently are not ranked against each
/// other.
///
/// @param id the bundle's identifier
/// @param revision the bundle's revision
/// @param sha256 hash of the bundle's manifest, lower-case hexadecimal
/// @param told how instructions reach it: `instruction`, or `blank` when they are kept from it
/// @param setUp rate, chunk and cameras, a sentence
/// @param provider what it is computed on, a sentence
public record PolicyKey(String id, String revision, String sha256, String told, String setUp, String provider) {
    /// {@return a bundle as it is about to be run}
    ///
    /// @param bundle the bundle
    /// @param told how instructions reach it
    /// @param provider what it is computed on
    public static PolicyKey of(CheckedBundle bundle, String told, String provider) {
        String setUp = "%s Hz, %d of %d actions, cameras %s"
                .formatted(
                        bundle.manifest().controlHz(),
                        bundle.manifest().chunk().executed(),
                        bundle.manifest().chunk().size(),
                        bundle.manifest().cameras().stream()
                                .map(camera -> camera.role())
                                .toList());
        return new PolicyKey(
                bundle.manifest().id(), bundle.manifest().revision(), bundle.manifestSha256(), told, setUp, provider);
    }

    /// {@return what it is called where no other one of the same identifier and revision stands
    /// beside it}
    String name() {
        return told.equals("blank") ? "%s %s, blank".formatted(id, revision) : "%s %s".formatted(id, revision);
    }
}
