/* Several reports as one document, with pages numbered through.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-report-volume.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-print-canvas.h"
#include "msk-print-template.h"
#include "msk-report-private.h"

struct _MskReportVolume
{
  MskReportTemplate *template;
  MskPrintCanvas *canvas;
  GCancellable *cancellable; /* or NULL */
  GArray *ends;              /* of guint: the last page of each report that was counted */
  guint drawn;               /* of them */
};

MskReportVolume *
msk_report_volume_new (MskPrintSink sink,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr(MskReportVolume) self = g_new0 (MskReportVolume, 1);

  g_return_val_if_fail (sink != NULL, NULL);

  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->template = msk_report_template_load (MSK_REPORT_PAGE_TEMPLATE, error);
  if (self->template == NULL)
    return NULL;

  self->canvas =
      msk_print_canvas_new_to (sink, user_data, self->template->width * MSK_POINTS_PER_MM,
                               self->template->height * MSK_POINTS_PER_MM);
  g_set_object (&self->cancellable, cancellable);
  return g_steal_pointer (&self);
}

void
msk_report_volume_free (MskReportVolume *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->canvas, msk_print_canvas_free);
  g_clear_pointer (&self->template, msk_report_template_free);
  g_clear_object (&self->cancellable);
  g_array_unref (self->ends);
  g_free (self);
}

guint
msk_report_volume_get_pages (MskReportVolume *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->ends->len == 0 ? 0 : g_array_index (self->ends, guint, self->ends->len - 1);
}

void
msk_report_volume_get_span (MskReportVolume *self, guint nth, guint *first_page, guint *last_page)
{
  g_return_if_fail (self != NULL && nth < self->ends->len);

  *first_page = nth == 0 ? 1 : g_array_index (self->ends, guint, nth - 1) + 1;
  *last_page = g_array_index (self->ends, guint, nth);
}

gboolean
msk_report_volume_count (MskReportVolume *self, MskReport *report, GError **error)
{
  g_autoptr(MskReportPen) pen = NULL;

  g_return_val_if_fail (self != NULL && MSK_IS_REPORT (report), FALSE);
  g_return_val_if_fail (self->drawn == 0, FALSE);

  pen = msk_report_pen_new_rehearsal (self->template, FALSE);
  pen->cancellable = self->cancellable;
  if (!msk_report_draw (report, pen, msk_report_volume_get_pages (self), 0, error))
    return FALSE;

  g_array_append_val (self->ends, pen->page);
  return TRUE;
}

static void
add_bookmark (MskReportVolume *self, const char *title, guint page)
{
  g_autofree char *place = g_strdup_printf ("page=%u", page);

  cairo_pdf_surface_add_outline (cairo_get_target (self->canvas->cairo), CAIRO_PDF_OUTLINE_ROOT,
                                 title, place, 0);
}

gboolean
msk_report_volume_draw (MskReportVolume *self, MskReport *report, GError **error)
{
  g_autoptr(MskReportPen) pen = NULL;
  guint first, last;

  g_return_val_if_fail (self != NULL && MSK_IS_REPORT (report), FALSE);
  g_return_val_if_fail (self->drawn < self->ends->len, FALSE);

  /* Text is laid out with what belongs to a thread, so each report has a pen of its own. */
  pen = msk_report_pen_new_on (self->template, self->canvas, self->drawn > 0);
  pen->cancellable = self->cancellable;
  msk_report_volume_get_span (self, self->drawn, &first, &last);
  if (!msk_report_draw (report, pen, first - 1, msk_report_volume_get_pages (self), error))
    return FALSE;
  if (pen->page != last)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_RECORD_CHANGED,
                           _ ("Something was written in the record while it was put together: do "
                              "it again."));
      return FALSE;
    }

  add_bookmark (self, msk_report_get_title (report), first);
  self->drawn++;
  return TRUE;
}

gboolean
msk_report_volume_finish (MskReportVolume *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->drawn == self->ends->len, FALSE);

  return msk_print_canvas_end (self->canvas, error);
}
