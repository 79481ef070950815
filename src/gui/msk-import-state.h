/* What the form that imports a list says and offers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-import-desk.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean shows_encoding; /* of a CSV */
  gboolean shows_sheets;   /* of a workbook with more than one */
  gboolean shows_columns;  /* at once, since something has to be chosen there */
  gboolean wants_answer;   /* there are warnings, and nothing worse */
  gboolean can_import;
} MskImportState;

/* preview is NULL while the file is read, or could not be. */
MskImportState msk_import_state_make (MskImportPreview *preview, gboolean accepted);

/* How many people, problems and warnings there are. The caller owns it. */
char *msk_import_state_dup_text (MskImportPreview *preview) G_GNUC_WARN_UNUSED_RESULT;

/* What a choice of encodings says, and the choices for a column of the list: none, then each column
 * by letter and heading. NULL-terminated; the caller owns them. */
GStrv msk_import_state_dup_encodings (MskImportPreview *preview) G_GNUC_WARN_UNUSED_RESULT;
GStrv msk_import_state_dup_headings (MskImportPreview *preview) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
