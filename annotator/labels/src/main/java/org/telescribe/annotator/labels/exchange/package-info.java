/// Files of others: FineVLA's annotation records and project page, RoboFine-Bench's three files; and our
/// own verdicts beside them. What a file says and this program does not know is kept and written back.
/// Any thread; waits for the disk. Depends on `model`, `event`,
/// `state`, `json` and `store`.
@NullMarked
package org.telescribe.annotator.labels.exchange;

import org.jspecify.annotations.NullMarked;
