/// Drafts and events as JSON, as the store keeps them and exports show them (docs/formats/labels-v1.md).
/// Any thread. Depends on `model` and `event`.
@NullMarked
package org.telescribe.annotator.labels.json;

import org.jspecify.annotations.NullMarked;
