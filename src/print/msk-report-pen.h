/* Writes a report's blocks down its pages: keeps the place, turns the page, puts the marks on each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-print-canvas.h"
#include "msk-report.h"

#include <gio/gio.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* The measures of print-templates/report/page.ini; lengths in millimetres, sizes in points. */
typedef struct
{
  double width, height, left, right, top, bottom, level_edge;
  double mark, level, title, subtitle, heading, body, small, gap;
  double table_padding, signature_height, blank_height, module;
  char *heavy_font;
  char *plain_font;
} MskReportTemplate;

/* path is that below print-templates. */
MskReportTemplate *msk_report_template_load (const char *path,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_report_template_free (MskReportTemplate *self);

typedef struct
{
  const MskReportTemplate *template;
  const char *level_label;   /* nullable */
  GCancellable *cancellable; /* nullable, lent: looked at on every page */
  MskPrintCanvas *canvas;
  gboolean borrows; /* the canvas */
  cairo_t *cairo;   /* of canvas */
  PangoContext *context;
  double left, right, top,
      bottom;      /* of where text may stand, in points from the upper left corner */
  double y;        /* where the next block begins */
  gboolean alarm;  /* text is red, also on the pages that it runs on to */
  guint page;      /* counted from 1 */
  guint pages;     /* how many there will be in the whole; 0 while they are counted */
  gboolean two_up; /* two pages of the template lie on a sheet, one above the other */
  gboolean begun;
  gboolean is_lower; /* the page is the lower one of its sheet */
} MskReportPen;

/* The pen borrows the template. Use it in the thread that made it. The second draws nothing. */
MskReportPen *msk_report_pen_new (const MskReportTemplate *template,
                                  gboolean two_up) G_GNUC_WARN_UNUSED_RESULT;
MskReportPen *msk_report_pen_new_rehearsal (const MskReportTemplate *template,
                                            gboolean two_up) G_GNUC_WARN_UNUSED_RESULT;

/* One that goes on upon a canvas of the template’s size, which it borrows; begun: where there are
 * pages already. */
MskReportPen *msk_report_pen_new_on (const MskReportTemplate *template,
                                     MskPrintCanvas *canvas,
                                     gboolean begun) G_GNUC_WARN_UNUSED_RESULT;

/* Begins the first page of a document, behind those that are there already; before: how many of
 * them are counted with it; pages: how many there will be with them, 0 while they are counted.
 * Borrows the label, which may be NULL. Fails with MSK_INPUT_ERROR_MISSING_GLYPH for it. */
gboolean msk_report_pen_begin (MskReportPen *self,
                               const char *level_label,
                               guint before,
                               guint pages,
                               GError **error);
void msk_report_pen_free (MskReportPen *self);

/* From here on text is red, or black again. */
void msk_report_pen_set_alarm (MskReportPen *self, gboolean alarm);

/* Ends this page and begins the next. */
gboolean msk_report_pen_turn (MskReportPen *self, GError **error);

/* Turns the page unless so much still fits on it. What fits on no page begins on a new one. */
gboolean msk_report_pen_reserve (MskReportPen *self, double height, GError **error);

/* Lays out text for a width in points; 0 does not wrap. */
PangoLayout *msk_report_pen_lay_out (MskReportPen *self,
                                     const char *text,
                                     gboolean heavy,
                                     double size,
                                     double width,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
double msk_report_pen_get_height (PangoLayout *layout);
double msk_report_pen_get_width (PangoLayout *layout);

/* Shows a layout with its upper left corner at a place, without moving on. */
void msk_report_pen_show (MskReportPen *self, PangoLayout *layout, double x, double y);

/* Shows lines of a layout from line first on, down to the lower end at most. Returns the line to go
 * on with, and sets end to where the last one ends. */
int msk_report_pen_show_lines (MskReportPen *self,
                               PangoLayout *layout,
                               int first,
                               double x,
                               double y,
                               double lower,
                               double *end);

/* Writes text across the whole width, on as many pages as it takes, and moves on. */
gboolean msk_report_pen_write (MskReportPen *self,
                               const char *text,
                               gboolean heavy,
                               double size,
                               PangoAlignment alignment,
                               GError **error);

/* A thin line to the right. */
void msk_report_pen_rule (MskReportPen *self, double x, double y, double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskReportTemplate, msk_report_template_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskReportPen, msk_report_pen_free)

G_END_DECLS
