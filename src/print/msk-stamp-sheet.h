/* One page's stamp, written but for the gaps that each copy fills with its own digits.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-stamp-art.h"

G_BEGIN_DECLS

/* What goes into a gap, in the order of MskStampFill. */
typedef enum
{
  MSK_STAMP_GAP_NONE,
  MSK_STAMP_GAP_NUMBER,
  MSK_STAMP_GAP_ORDINAL,
  MSK_STAMP_GAP_CODE,
  MSK_STAMP_GAP_GROUPS,
  MSK_STAMP_GAP_GROUPS_LAST = MSK_STAMP_GAP_GROUPS + MSK_STAMP_GROUP_LINES - 1,
} MskStampGap;

#define MSK_STAMP_GAP_COUNT (MSK_STAMP_GAP_GROUPS_LAST + 1)

typedef struct
{
  MskStampPlan plan;
  char *dictionary; /* of the form XObject, without resources and length */
  GArray *pieces;   /* of written text, each followed by one gap */
} MskStampSheet;

/* Writes the stamp of a page (counted from 0) of so many. Fails with
 * MSK_INPUT_ERROR_PDF_UNSTAMPABLE when the page has no room for it. */
MskStampSheet *msk_stamp_sheet_new (MskStampArt *art,
                                    const MskStampTemplate *template,
                                    const MskPreparedPage *page,
                                    guint index,
                                    guint count,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_stamp_sheet_free (MskStampSheet *self);

/* Appends the whole stamp with its gaps filled. */
void msk_stamp_sheet_append (const MskStampSheet *self,
                             GString *content,
                             GString *const fill[MSK_STAMP_GAP_COUNT]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskStampSheet, msk_stamp_sheet_free)

G_END_DECLS
