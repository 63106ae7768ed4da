/// Drafts from what a script knows about a bench episode. Values only, any thread. Depends on `model`.
@NullMarked
package org.telescribe.annotator.labels.draft;

import org.jspecify.annotations.NullMarked;
