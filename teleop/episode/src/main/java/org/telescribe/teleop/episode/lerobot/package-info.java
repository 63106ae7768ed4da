/// The LeRobot dataset format, v3.0 to the byte: names of files, `info.json`, statistics, parquet
/// through DuckDB. Any one thread at a time. Depends on `model`; the only package that knows DuckDB.
@NullMarked
package org.telescribe.teleop.episode.lerobot;

import org.jspecify.annotations.NullMarked;
