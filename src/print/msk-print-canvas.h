/* A PDF drawn with cairo, kept in memory or handed on as it comes: no file is touched here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "msk-print-sink.h"

G_BEGIN_DECLS

typedef struct
{
  cairo_t *cairo;
  GByteArray *bytes; /* or NULL */
  MskPrintSink sink; /* or NULL */
  gpointer user_data;
  GError *trouble; /* the sink's first, or NULL */
} MskPrintCanvas;

/* Sizes in points. The caller owns the result. */
MskPrintCanvas *msk_print_canvas_new (double width, double height) G_GNUC_WARN_UNUSED_RESULT;
void msk_print_canvas_free (MskPrintCanvas *self);

/* One whose document goes to the sink page by page. */
MskPrintCanvas *msk_print_canvas_new_to (MskPrintSink sink,
                                         gpointer user_data,
                                         double width,
                                         double height) G_GNUC_WARN_UNUSED_RESULT;

/* One that nothing is drawn on, to learn how much place something takes. */
MskPrintCanvas *msk_print_canvas_new_rehearsal (void) G_GNUC_WARN_UNUSED_RESULT;

/* Whether all went well so far. Fails as the sink did. */
gboolean msk_print_canvas_check (MskPrintCanvas *self, GError **error);

/* Ends the document. Fails as the sink did, or with MSK_SYSTEM_ERROR_MEMORY. */
gboolean msk_print_canvas_end (MskPrintCanvas *self, GError **error);

/* The finished PDF of one that keeps it. Fails with MSK_SYSTEM_ERROR_MEMORY, the one thing that can
 * go wrong there. Draw nothing afterwards. */
GBytes *msk_print_canvas_finish (MskPrintCanvas *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskPrintCanvas, msk_print_canvas_free)

G_END_DECLS
