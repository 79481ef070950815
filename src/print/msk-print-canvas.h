/* A PDF drawn with cairo and kept in memory: nothing printed touches a file here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  cairo_t *cairo;
  GByteArray *bytes;
} MskPrintCanvas;

/* Sizes in points. The caller owns the result. */
MskPrintCanvas *msk_print_canvas_new (double width, double height) G_GNUC_WARN_UNUSED_RESULT;
void msk_print_canvas_free (MskPrintCanvas *self);

/* The finished PDF. Fails with MSK_SYSTEM_ERROR_MEMORY, the one thing that can go wrong here. Draw
 * nothing afterwards. */
GBytes *msk_print_canvas_finish (MskPrintCanvas *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskPrintCanvas, msk_print_canvas_free)

G_END_DECLS
