/* Draws one page of a PDF as pixels.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Outside the sandbox: opens what drawing needs. */
gboolean msk_preview_load_library (void);

/* The job "preview"; src/worker/README.md says what it reads and answers. Fails with
 * MSK_INPUT_ERROR_PDF_DAMAGED, _PDF_ENCRYPTED, _PDF_NO_PAGES (also for a page that is not there) or
 * _PDF_FOREIGN. The result is floating. */
GVariant *msk_preview_draw (GBytes *input, GError **error);

G_END_DECLS
