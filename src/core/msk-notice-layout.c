/* How large the no-recording notice is written, in which colours and with which frame (M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-notice-layout.h"

#include <math.h>

#define MARGIN_PART 20 /* of the height */
#define GAP_PART 40
#define SHRINK_STEP 0.97
#define EVEN_STEPS 10
#define LINE_SHRINK_LEAST 0.5 /* before headings shrink too */
#define SHRINK_LEAST 0.2

/* Of a type's size; an ideograph is 0.9. */
#define CAPITAL_PART 0.71

/* Parts of the height. */
static const double sizes[MSK_NOTICE_N_STYLES] = {
  [MSK_NOTICE_CHINESE_HEADING] = 0.17,
  [MSK_NOTICE_ENGLISH_HEADING] = 0.105,
  [MSK_NOTICE_CHINESE_LINE] = 0.06,
  [MSK_NOTICE_ENGLISH_LINE] = 0.045,
};

static const MskNoticeColour papers[] = {
  [MSK_RECORDING_NONE] = { 0.55f, 0.0f, 0.0f },
  [MSK_RECORDING_NOTEBOOK] = { 1.0f, 0.85f, 0.0f },
  [MSK_RECORDING_FREE] = { 0.0f, 0.27f, 0.12f },
};

static const MskNoticeColour inks[] = {
  [MSK_RECORDING_NONE] = { 1, 1, 1 },
  [MSK_RECORDING_NOTEBOOK] = { 0, 0, 0 },
  [MSK_RECORDING_FREE] = { 1, 1, 1 },
};

/* Two for no notes, none at the sides for notebooks, a thin one for free. */
static const MskNoticeFrame frames[] = {
  [MSK_RECORDING_NONE] = { 2, 0.01, 0.02, TRUE },
  [MSK_RECORDING_NOTEBOOK] = { 1, 0.01, 0.02, FALSE },
  [MSK_RECORDING_FREE] = { 1, 0.005, 0.02, TRUE },
};

double
msk_notice_layout_get_size (MskNoticeStyle style, double height, double shrink)
{
  g_return_val_if_fail (style < MSK_NOTICE_N_STYLES, 1);

  return MAX (1, sizes[style] * height * shrink);
}

double
msk_notice_layout_get_margin (double height)
{
  return height / MARGIN_PART;
}

gboolean
msk_notice_layout_is_heading (MskNoticeStyle style)
{
  return style <= MSK_NOTICE_ENGLISH_HEADING;
}

/* What is being laid out. */
typedef struct
{
  GArray *pieces; /* of MskNoticePiece */
  double width;   /* of what may be written on */
  double height;  /* of all */
  MskNoticeMeasure measure;
  gpointer user_data;
} Sheet;

static void
add_piece (Sheet *sheet, MskNoticeStyle style, const char *text)
{
  /* Lines keep a little further from the frame than headings, which need all the room. */
  const double width =
      sheet->width - (msk_notice_layout_is_heading (style) ? 0 : sheet->height / MARGIN_PART);
  const MskNoticePiece piece = { style, text, 0, MAX (1, width), 0 };

  g_array_append_val (sheet->pieces, piece);
}

static void
add_lines (Sheet *sheet, MskNoticeStyle style, const MskNoticeText *text, MskRecording rule)
{
  for (guint i = 0; text->lines[rule][i] != NULL; i++)
    add_piece (sheet, style, text->lines[rule][i]);
  for (guint i = 0; text->all[i] != NULL; i++)
    add_piece (sheet, style, text->all[i]);
}

/* As large as it may be on one line; where the lowest letters that are read from the far end are
 * still too wide, on several. */
static double
fit_heading (const Sheet *sheet, const MskNoticePiece *piece, double shrink)
{
  const double least = sheet->height / MSK_NOTICE_HEADING_PART / CAPITAL_PART * shrink;
  double size = msk_notice_layout_get_size (piece->style, sheet->height, shrink);
  guint lines = 0;

  for (;; size = MAX (size * SHRINK_STEP, least))
    {
      sheet->measure (piece->text, TRUE, size, sheet->width, &lines, sheet->user_data);
      if (lines <= 1 || size <= least)
        return size;
    }
}

/* Puts the pieces one below the other. Returns how high all of them are. */
static double
stack (Sheet *sheet, double heading_shrink, double line_shrink)
{
  const double gap = sheet->height / GAP_PART;
  MskNoticeStyle before = MSK_NOTICE_CHINESE_HEADING;
  double y = 0;

  for (guint i = 0; i < sheet->pieces->len; i++)
    {
      MskNoticePiece *piece = &g_array_index (sheet->pieces, MskNoticePiece, i);
      const gboolean heading = msk_notice_layout_is_heading (piece->style);
      guint lines;

      piece->size = heading ? fit_heading (sheet, piece, heading_shrink)
                            : msk_notice_layout_get_size (piece->style, sheet->height, line_shrink);
      if (piece->style != before && !heading)
        y += gap;
      before = piece->style;
      piece->y = y;
      y += sheet->measure (piece->text, heading, piece->size, piece->width, &lines,
                           sheet->user_data);
    }

  return y;
}

/* The narrowest width at which it takes no more lines than at this one. */
static void
even_out (const Sheet *sheet, MskNoticePiece *piece)
{
  const gboolean heading = msk_notice_layout_is_heading (piece->style);
  double low = 0, high = piece->width;
  guint lines, wanted;

  sheet->measure (piece->text, heading, piece->size, high, &wanted, sheet->user_data);
  if (wanted <= 1)
    return;

  for (guint i = 0; i < EVEN_STEPS; i++)
    {
      const double middle = (low + high) / 2;

      sheet->measure (piece->text, heading, piece->size, middle, &lines, sheet->user_data);
      if (lines > wanted)
        low = middle;
      else
        high = middle;
    }
  piece->width = high;
}

GArray *
msk_notice_layout_compose (const MskNoticeText *chinese,
                           const MskNoticeText *english,
                           MskRecording rule,
                           const MskNoticeRoom *room,
                           MskNoticeMeasure measure,
                           gpointer user_data)
{
  const double height = room->height;
  const double margin = msk_notice_layout_get_margin (height);
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MskNoticePiece));
  Sheet sheet = { pieces, MAX (1, room->width - 2 * margin), height, measure, user_data };
  double heading_shrink = 1, line_shrink = 1;
  double used;

  g_return_val_if_fail (chinese != NULL && english != NULL, NULL);
  g_return_val_if_fail (rule < MSK_NOTICE_N_RULES && measure != NULL, NULL);

  add_piece (&sheet, MSK_NOTICE_CHINESE_HEADING, chinese->headings[rule]);
  add_piece (&sheet, MSK_NOTICE_ENGLISH_HEADING, english->headings[rule]);
  add_lines (&sheet, MSK_NOTICE_CHINESE_LINE, chinese, rule);
  add_lines (&sheet, MSK_NOTICE_ENGLISH_LINE, english, rule);
  while ((used = stack (&sheet, heading_shrink, line_shrink)) > height - room->foot - 2 * margin &&
         line_shrink > SHRINK_LEAST)
    {
      line_shrink *= SHRINK_STEP;
      if (line_shrink < LINE_SHRINK_LEAST)
        heading_shrink *= SHRINK_STEP;
    }

  for (guint i = 0; i < pieces->len; i++)
    {
      even_out (&sheet, &g_array_index (pieces, MskNoticePiece, i));
      g_array_index (pieces, MskNoticePiece, i).y += (height - room->foot - used) / 2;
    }
  return g_steal_pointer (&pieces);
}

const MskNoticeColour *
msk_notice_layout_get_paper (MskRecording rule)
{
  g_return_val_if_fail (rule < G_N_ELEMENTS (papers), &papers[MSK_RECORDING_NONE]);

  return &papers[rule];
}

const MskNoticeColour *
msk_notice_layout_get_ink (MskRecording rule)
{
  g_return_val_if_fail (rule < G_N_ELEMENTS (inks), &inks[MSK_RECORDING_NONE]);

  return &inks[rule];
}

const MskNoticeFrame *
msk_notice_layout_get_frame (MskRecording rule)
{
  g_return_val_if_fail (rule < G_N_ELEMENTS (frames), &frames[MSK_RECORDING_NONE]);

  return &frames[rule];
}

static double
get_linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const MskNoticeColour *colour)
{
  return 0.2126 * get_linear (colour->red) + 0.7152 * get_linear (colour->green) +
         0.0722 * get_linear (colour->blue);
}

double
msk_notice_layout_get_contrast (const MskNoticeColour *one, const MskNoticeColour *other)
{
  const double a = get_luminance (one);
  const double b = get_luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}
