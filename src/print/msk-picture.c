/* Pixels of a page as a PNG.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-picture.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "msk-error.h"

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
msk_picture_make_png (GBytes *pixels, guint width, guint height, GError **error)
{
  cairo_surface_t *surface;
  GByteArray *png = g_byte_array_new ();
  const gsize row = (gsize) width * 4;
  const guint8 *data = g_bytes_get_data (pixels, NULL);
  cairo_status_t status;

  g_return_val_if_fail (g_bytes_get_size (pixels) == row * height, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    {
      for (guint y = 0; y < height; y++)
        memcpy (cairo_image_surface_get_data (surface) +
                    (gsize) y * (gsize) cairo_image_surface_get_stride (surface),
                data + y * row, row);
      cairo_surface_mark_dirty (surface);
      status = cairo_surface_write_to_png_stream (surface, collect, png);
    }
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (png);

  g_byte_array_unref (png);
  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_MEMORY,
                       _ ("There is not enough memory for the picture: choose a smaller one."));
  return NULL;
}
