/* What people read and sign on paper: posters of the no-recording notice (M5), receipts (R1), texts
 * that they take note of and duty cards (M1, M8, P1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-agenda-item.h"
#include "msk-media.h"
#include "msk-receipt.h"
#include "msk-session.h"
#include "msk-text-version.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_SHEET_POSTER,
  MSK_SHEET_RECEIPTS, /* of what is not signed for; or one that there is */
  MSK_SHEET_TEXT,     /* a text, a sheet a person for a signature; or a duty card by itself */
} MskSheetKind;

typedef struct
{
  MskSheetKind kind;
  MskRecording rule; /* of a poster */
  MskMedia media;    /* of a poster */
  guint version;     /* of the text, as it was looked at; 0: the one in force, and filled in */
  MskReceiptKind receipt_kind; /* of receipts, … */
  gint64 attendee_id;          /* … and whose they are; 0: everybody's */
  gint64 receipt;              /* the number of one that there is, or 0 */
  MskTextKind text;            /* of a text, … */
  MskPost post;                /* … and of a duty card, else MSK_POST_NONE */
  gboolean unnamed;            /* a duty card by itself, for nobody and with no line to sign on */
  GArray *people;              /* of gint64 ids, lent; NULL: everybody who owes the text … */
  gboolean inside;             /* … or those of them who are inside now */
  guint sheets;                /* of a text: filled in, how many there are */
} MskSheetOrder;

/* Makes the sheets, posters from the version of the text that is in force; the ledger says so, and
 * names nobody. The caller owns the PDF. Fails with MSK_INPUT_ERROR_MISSING_GLYPH, with
 * MSK_RULE_ERROR_TEXT_NOT_IN_FORCE for another version than that, with
 * MSK_RULE_ERROR_NOTHING_TO_SIGN, with MSK_INPUT_ERROR_NOT_FOUND for a receipt or a person, or as
 * msk_pledge_check() for somebody who may not sign it. */
GBytes *msk_sheet_desk_make (MskSession *session,
                             MskSheetOrder *order,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes them to a new private file (0600), never over another; path NULL: a neutral name in the
 * papers folder. Gives the path; the caller owns it. */
char *msk_sheet_desk_write (MskSession *session,
                            MskSheetOrder *order,
                            const char *path,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What somebody must be allowed who makes them. */
MskAct msk_sheet_desk_get_act (const MskSheetOrder *order);

G_END_DECLS
