/* The holder's name, drawn faintly across every page of one copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-stamp-font.h"
#include "msk-stamp-plan.h"

G_BEGIN_DECLS

typedef struct
{
  const MskStampTemplate *template; /* borrowed */
  MskStampRun *run;
  guint resources; /* number of the resources that the stamps of this copy use */
} MskStampHolder;

/* Adds a font for the name, and resources that hold it beside the stamps' own font. Fails with
 * MSK_INPUT_ERROR_MISSING_GLYPH. The caller owns the result. */
MskStampHolder *msk_stamp_holder_new (const MskStampTemplate *template,
                                      const char *name,
                                      guint stamp_font,
                                      MskStampObjects *objects,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_stamp_holder_free (MskStampHolder *self);

/* Appends what draws the name on a page of this size. */
void msk_stamp_holder_append (const MskStampHolder *self,
                              GString *content,
                              double page_width,
                              double page_height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskStampHolder, msk_stamp_holder_free)

G_END_DECLS
