/// Bundles of the tests.
@org.jspecify.annotations.NullMarked
package org.telescribe.policyruntime.inference;
