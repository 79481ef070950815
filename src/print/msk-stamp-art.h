/* The texts that a paper's stamps are made of, drawn once, and digits for the rest.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-stamp-font.h"
#include "msk-stamper.h"

G_BEGIN_DECLS

typedef struct
{
  PangoContext *context; /* only while the stamper is made: it belongs to one thread */
  MskStampFont *font;
  MskStampRun *mark;
  MskStampRun *urgency; /* NULL without one */
  MskStampRun *level;
  MskStampRun *copy_before; /* "Copy " of "Copy 14 of 30"; NULL when that is left out */
  MskStampRun *copy_after;  /* " of 30" */
  MskStampRun *copied;      /* who copied a copy, and when; NULL for copies of the paper itself */
  char *page_text;          /* "Page {page} of {pages}" */
  guint8 heavy_digits[10];
  guint8 plain_digits[10];
  guint8 plain_space[1];
  guint8 heavy_stroke[1]; /* of "000014/1"; only where there is a parent */
  guint8 plain_stroke[1];
  MskStampWidths widths; /* the footer's is that of the copy's part of it */
} MskStampArt;

MskStampArt *msk_stamp_art_new (const MskStampTemplate *template,
                                const MskStampMarks *marks,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_stamp_art_free (MskStampArt *self);

/* "Page 3 of 12" in the plain face. The caller owns it. */
MskStampRun *msk_stamp_art_shape_page (MskStampArt *self,
                                       const MskStampTemplate *template,
                                       guint page,
                                       guint pages,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Appends the hexadecimal codes of an ASCII text of digits (and blanks, in the plain face; and
 * strokes, where there is a parent). */
void msk_stamp_art_append_heavy (const MskStampArt *self, GString *text, const char *digits);
void msk_stamp_art_append_plain (const MskStampArt *self, GString *text, const char *digits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskStampArt, msk_stamp_art_free)

G_END_DECLS
