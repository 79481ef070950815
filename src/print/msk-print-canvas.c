/* A PDF drawn with cairo and kept in memory: nothing printed touches a file here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-print-canvas.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "msk-error.h"

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

MskPrintCanvas *
msk_print_canvas_new (double width, double height)
{
  MskPrintCanvas *self = g_new0 (MskPrintCanvas, 1);
  cairo_surface_t *surface;

  self->bytes = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (append_cb, self->bytes, width, height);
  self->cairo = cairo_create (surface);
  cairo_surface_destroy (surface);
  return self;
}

void
msk_print_canvas_free (MskPrintCanvas *self)
{
  if (self == NULL)
    return;

  cairo_destroy (self->cairo);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

GBytes *
msk_print_canvas_finish (MskPrintCanvas *self, GError **error)
{
  cairo_surface_t *surface;

  g_return_val_if_fail (self != NULL, NULL);

  surface = cairo_get_target (self->cairo);
  cairo_surface_finish (surface);
  if (cairo_status (self->cairo) != CAIRO_STATUS_SUCCESS ||
      cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_MEMORY,
                           _ ("The page could not be drawn for want of memory; close other "
                              "programs and try again."));
      return NULL;
    }

  return g_bytes_new (self->bytes->data, self->bytes->len);
}
