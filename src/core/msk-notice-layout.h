/* How the no-recording notice is laid out, on a display and on a poster (M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-notice-text.h"

G_BEGIN_DECLS

/* Letters are read from 250 to 300 times their height. A display of 55 inches is 0.68 m high, so
 * that a fourteenth of it, 49 mm, is read from 15 m: no letter of a heading is lower, unless a
 * heading of more than some twenty characters leaves no room for that. On a poster in A3 it is
 * 21 mm, read from 5 m; in A4 15 mm, read from 3.5 m. */
#define MSK_NOTICE_HEADING_PART 14

/* Each part from 0 to 1. */
typedef struct
{
  float red;
  float green;
  float blue;
} MskNoticeColour;

typedef enum
{
  MSK_NOTICE_CHINESE_HEADING,
  MSK_NOTICE_ENGLISH_HEADING,
  MSK_NOTICE_CHINESE_LINE,
  MSK_NOTICE_ENGLISH_LINE,
  MSK_NOTICE_N_STYLES,
} MskNoticeStyle;

/* One heading or line, and where it goes; in the units of the height that was given. */
typedef struct
{
  MskNoticeStyle style;
  const char *text; /* lent by the text */
  double size;      /* of its type */
  double width;     /* that it is wrapped at, in the middle of the whole one */
  double y;         /* of its upper end */
} MskNoticePiece;

/* Rules along the edges, so that the three are told apart without colours too. */
typedef struct
{
  guint count;      /* one inside the other */
  double thickness; /* parts of the height */
  double pitch;     /* from one to the next, and half of it to the first */
  gboolean sides;   /* left and right too */
} MskNoticeFrame;

/* What there is room on. */
typedef struct
{
  double width;
  double height; /* that the sizes are parts of */
  double foot;   /* of it, kept free above the lower margin */
} MskNoticeRoom;

/* How high a text is that is wrapped at a width, and in how many lines. */
typedef double (*MskNoticeMeasure) (const char *text,
                                    gboolean heading,
                                    double size,
                                    double width,
                                    guint *lines,
                                    gpointer user_data);

/* The size of the type, on a display or sheet of this height. shrink is 1 unless it does not fit.
 */
double msk_notice_layout_get_size (MskNoticeStyle style, double height, double shrink);

/* From the edge to where anything may be written. */
double msk_notice_layout_get_margin (double height);

gboolean msk_notice_layout_is_heading (MskNoticeStyle style);

/* Both languages as large as there is room, the headings above all: lines shrink before they do.
 * What takes several lines is broken into even ones. Gives an array of MskNoticePiece, as far
 * from the upper edge as from the foot. */
GArray *msk_notice_layout_compose (const MskNoticeText *chinese,
                                   const MskNoticeText *english,
                                   MskRecording rule,
                                   const MskNoticeRoom *room,
                                   MskNoticeMeasure measure,
                                   gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

/* A rule has its own colours, whose contrast is above 7:1, and its own frame. */
const MskNoticeColour *msk_notice_layout_get_paper (MskRecording rule);
const MskNoticeColour *msk_notice_layout_get_ink (MskRecording rule);
const MskNoticeFrame *msk_notice_layout_get_frame (MskRecording rule);

/* The contrast of two colours as WCAG 2 reckons it, from 1 to 21. */
double msk_notice_layout_get_contrast (const MskNoticeColour *one, const MskNoticeColour *other);

G_END_DECLS
