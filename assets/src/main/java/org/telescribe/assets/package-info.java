/// Files that ship with the program: the theme's style sheet and the fonts. Knows no toolkit.
@NullMarked
package org.telescribe.assets;

import org.jspecify.annotations.NullMarked;
