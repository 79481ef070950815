/* The fonts and character maps that drawing a page may need, in memory before the sandbox closes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Maps every font that fontconfig knows, and poppler's character maps, into memory. From then on
 * this program's fopen() and FT_New_Face(), which poppler calls in place of the libraries' own,
 * give these files and no others. FALSE when there is no font at all. */
gboolean msk_preview_files_load (void);

/* The files of the machine's fonts that were used since the load, each once: fonts that the paper
 * does not bring with it. Their family names, of lent texts. */
GPtrArray *msk_preview_files_get_used_fonts (void);

G_END_DECLS
