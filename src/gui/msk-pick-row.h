/* A row of a form that says what is chosen out of a list, and opens the list to choose from.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MSK_TYPE_PICK_ROW (msk_pick_row_get_type ())
G_DECLARE_FINAL_TYPE (MskPickRow, msk_pick_row, MSK, PICK_ROW, AdwActionRow)

/* Static texts, translated. */
typedef struct
{
  const char *button; /* with a mnemonic */
  const char *none;   /* what it means that nothing is chosen */
  const char *title;  /* of the form */
  const char *explanation;
} MskPickWords;

/* picks (of MskPick) and chosen (of gint64; NULL for none); chosen that is not among the picks is
 * left out. */
void msk_pick_row_fill (MskPickRow *self,
                        const MskPickWords *words,
                        GPtrArray *picks,
                        const GArray *chosen);

/* The ids of what is chosen, or NULL. The caller owns it. */
GArray *msk_pick_row_dup_ids (MskPickRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
