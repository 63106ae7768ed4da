package org.telescribe.policyruntime.inference.bundle;

/// A file of the bundle.
///
/// @param name path inside the bundle, with `/`
/// @param sha256 its SHA-256, 64 hexadecimal digits in lower case
public record BundleFile(String name, String sha256) {}
