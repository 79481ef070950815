/* Where on a page each mark of a copy goes, and how large: pure arithmetic.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The measures of print-templates/copy/page.ini, under the names that they have there. Millimetres
 * and points. */
typedef struct
{
  double page_width, page_height, small_width, small_height, smallest_scale, edge, padding;
  double block_left, block_bottom, block_size, block_pitch;
  double level_edge, level_size;
  double footer_left, footer_edge, footer_size;
  double module, smallest_module, number_size, groups_size, groups_pitch;
  double holder_size, holder_length, holder_opacity;
  char *heavy_font;
  char *plain_font;
} MskStampTemplate;

/* path may be NULL for the usual one. */
MskStampTemplate *msk_stamp_template_load (const char *path,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_stamp_template_free (MskStampTemplate *self);

/* In points, from the lower left corner of what the reader sees, upright. */
typedef struct
{
  double x, y, width, height;
} MskStampRectangle;

/* How wide each text is at size 1; 0 for one that is left out. */
typedef struct
{
  double number; /* six digits, or those of a copy of a copy */
  double mark;
  double urgency;
  double level;
  double groups; /* two groups of five digits */
  double footer;
  double copied; /* who copied a copy, and when */
} MskStampWidths;

#define MSK_STAMP_GROUP_LINES 4
#define MSK_STAMP_BLOCK_LINES 3
#define MSK_STAMP_RECTANGLES_MAX 8

/* A text's place: where its first baseline begins, and its size. */
typedef struct
{
  double x, y, size;
} MskStampPlace;

typedef struct
{
  MskStampRectangle rectangles[MSK_STAMP_RECTANGLES_MAX]; /* opaque white; everything else lies
                                                             within one of them */
  guint rectangle_count;
  MskStampPlace block[MSK_STAMP_BLOCK_LINES]; /* number, mark, urgency; first page only */
  MskStampPlace level_top;
  MskStampPlace level_bottom;
  MskStampPlace footer;
  MskStampPlace copied; /* above the footer */
  MskStampPlace number;
  MskStampPlace groups[MSK_STAMP_GROUP_LINES];
  MskStampRectangle code; /* the QR symbol without its quiet zone */
} MskStampPlan;

/* Finds the largest scale, not above the natural one for a page of this size, at which every mark
 * has its place on the page and none covers another. Returns FALSE when there is none. */
gboolean msk_stamp_plan_fit (const MskStampTemplate *template,
                             const MskStampWidths *widths,
                             double page_width,
                             double page_height,
                             gboolean first_page,
                             guint code_modules,
                             MskStampPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskStampTemplate, msk_stamp_template_free)

G_END_DECLS
