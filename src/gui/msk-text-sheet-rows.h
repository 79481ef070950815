/* What is asked of sheets of a text: which text, and for whom.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "msk-sheet-desk.h"

G_BEGIN_DECLS

typedef struct MskTextSheetRows MskTextSheetRows;

/* Adds two choices to a group: of texts (of MskTextVersion), and of those whom sheets can be for.
 * The rows of the choices belong to the group; what is given goes with
 * msk_text_sheet_rows_free(). */
MskTextSheetRows *msk_text_sheet_rows_new (AdwPreferencesGroup *group,
                                           GPtrArray *texts,
                                           gboolean has_people) G_GNUC_WARN_UNUSED_RESULT;
void msk_text_sheet_rows_free (MskTextSheetRows *self);

/* What was chosen. people of the order are let go where they were not chosen. */
void msk_text_sheet_rows_fill_in (MskTextSheetRows *self, MskSheetOrder *order);

G_END_DECLS
