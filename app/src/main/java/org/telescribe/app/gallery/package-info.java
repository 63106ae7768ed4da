/// Pictures of every state of the window, for the eyes of those who build it. Nothing here is hardware:
/// the states are given, the panes are the real ones.
@NullMarked
package org.telescribe.app.gallery;

import org.jspecify.annotations.NullMarked;
