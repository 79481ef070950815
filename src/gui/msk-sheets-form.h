/* The form that registers by hand what became of a copy's sheets (C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_SHEETS_FORM (msk_sheets_form_get_type ())
G_DECLARE_FINAL_TYPE (MskSheetsForm, msk_sheets_form, MSK, SHEETS_FORM, MskForm)

typedef enum
{
  MSK_SHEETS_SPOILED, /* came out wrong */
  MSK_SHEETS_TWICE,   /* a set too many */
  MSK_SHEETS_NEVER,   /* nothing came out */
} MskSheetsKind;

typedef struct
{
  MskSheetsKind kind;
  guint number; /* of the copy */
  guint sheets; /* 0 for a whole copy */
  const char *reason;
} MskSheetsDraft;

/* Registers it. */
typedef gboolean (*MskSheetsFormApply) (MskPage *page, const MskSheetsDraft *draft, GError **error);

/* Opens it over the page's window. */
void msk_sheets_form_open (MskPage *page, MskSheetsFormApply apply);

G_END_DECLS
