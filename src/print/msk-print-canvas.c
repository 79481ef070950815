/* A PDF drawn with cairo, kept in memory or handed on as it comes: no file is touched here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-print-canvas.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "msk-error.h"

/* Cairo is never told of what went wrong, which msk_print_canvas_check() says: once it has heard of
 * it, it ends the document with parts of fonts that it has not got, and crashes. */
static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  MskPrintCanvas *self = closure;

  if (self->sink == NULL)
    g_byte_array_append (self->bytes, data, length);
  else if (self->trouble == NULL)
    self->sink (data, length, self->user_data, &self->trouble);
  return CAIRO_STATUS_SUCCESS;
}

/* Takes the surface. */
static void
begin (MskPrintCanvas *self, cairo_surface_t *surface)
{
  self->cairo = cairo_create (surface);
  cairo_surface_destroy (surface);
}

MskPrintCanvas *
msk_print_canvas_new_to (MskPrintSink sink, gpointer user_data, double width, double height)
{
  MskPrintCanvas *self = g_new0 (MskPrintCanvas, 1);

  self->sink = sink;
  self->user_data = user_data;
  begin (self, cairo_pdf_surface_create_for_stream (append_cb, self, width, height));
  return self;
}

MskPrintCanvas *
msk_print_canvas_new (double width, double height)
{
  MskPrintCanvas *self = msk_print_canvas_new_to (NULL, NULL, width, height);

  self->bytes = g_byte_array_new ();
  return self;
}

MskPrintCanvas *
msk_print_canvas_new_rehearsal (void)
{
  MskPrintCanvas *self = g_new0 (MskPrintCanvas, 1);

  begin (self, cairo_image_surface_create (CAIRO_FORMAT_A8, 0, 0));
  return self;
}

static gboolean
discard (gconstpointer data, gsize size, gpointer user_data, GError **error)
{
  return TRUE;
}

void
msk_print_canvas_free (MskPrintCanvas *self)
{
  if (self == NULL)
    return;

  /* Cairo ends a document that was given up, which is nobody's any more. */
  if (self->sink != NULL)
    self->sink = discard;
  cairo_destroy (self->cairo);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_error (&self->trouble);
  g_free (self);
}

gboolean
msk_print_canvas_check (MskPrintCanvas *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->trouble == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->trouble));
  return FALSE;
}

gboolean
msk_print_canvas_end (MskPrintCanvas *self, GError **error)
{
  cairo_surface_t *surface;

  g_return_val_if_fail (self != NULL, FALSE);

  surface = cairo_get_target (self->cairo);
  cairo_surface_finish (surface);
  if (!msk_print_canvas_check (self, error))
    return FALSE;
  if (cairo_status (self->cairo) == CAIRO_STATUS_SUCCESS &&
      cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_MEMORY,
                       _ ("The page could not be drawn for want of memory; close other "
                          "programs and try again."));
  return FALSE;
}

GBytes *
msk_print_canvas_finish (MskPrintCanvas *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->bytes != NULL, NULL);

  return msk_print_canvas_end (self, error) ? g_bytes_new (self->bytes->data, self->bytes->len)
                                            : NULL;
}
