package org.telescribe.policyruntime.inference.check;

/// One thing that was checked.
///
/// @param subject what was checked
/// @param passed whether it may be so
/// @param sentence what was found; where it did not pass, what to do
public record CheckItem(CheckSubject subject, boolean passed, String sentence) {}
