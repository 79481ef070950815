/* A Type 3 font of just the glyphs that a stamp shows: a stamp stays text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "msk-stamp-objects.h"

G_BEGIN_DECLS

/* How many glyphs one such font can hold: codes are single bytes, and nought is left out. */
#define MSK_STAMP_FONT_GLYPHS_MAX 255

typedef struct _MskStampFont MskStampFont;

/* A text as codes of the font: operators that show it at the current text position, and its width
 * at size 1. */
typedef struct
{
  char *operators;
  double width;
} MskStampRun;

MskStampFont *msk_stamp_font_new (void) G_GNUC_WARN_UNUSED_RESULT;
void msk_stamp_font_free (MskStampFont *self);

/* Shapes a line of text in a face and takes the outlines of its glyphs into the font. Fails with
 * MSK_INPUT_ERROR_MISSING_GLYPH for a character without a glyph or with nothing to draw, and for
 * more different glyphs than the font can hold. The caller owns the result. */
MskStampRun *msk_stamp_font_shape (MskStampFont *self,
                                   PangoContext *context,
                                   const char *face,
                                   const char *text,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_stamp_run_free (MskStampRun *run);

/* The same for single characters that are put together later, such as digits: the code of each byte
 * of an ASCII text. widest, if not NULL, is set to the greatest width of any at size 1. */
gboolean msk_stamp_font_take_characters (MskStampFont *self,
                                         PangoContext *context,
                                         const char *face,
                                         const char *text,
                                         guint8 *codes,
                                         double *widest,
                                         GError **error);

/* Adds the font's objects and returns the number of the font itself. */
guint msk_stamp_font_write (const MskStampFont *self, MskStampObjects *objects);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskStampFont, msk_stamp_font_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskStampRun, msk_stamp_run_free)

G_END_DECLS
