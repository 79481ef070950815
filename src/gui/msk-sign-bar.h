/* Beside the verdict: that a person has not signed for something yet, and the form to sign in (R1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"
#include "msk-scan-desk.h"

G_BEGIN_DECLS

#define MSK_TYPE_SIGN_BAR (msk_sign_bar_get_type ())
G_DECLARE_FINAL_TYPE (MskSignBar, msk_sign_bar, MSK, SIGN_BAR, AdwBin)

/* The page that it stands on; once, before the others. */
void msk_sign_bar_set_page (MskSignBar *self, MskPage *page);

/* Follows what was scanned: a form about somebody else goes, with what was half written in it.
 * Shows itself where signatures are asked for on the screen. verdict may be NULL. */
void msk_sign_bar_take (MskSignBar *self, MskVerdict *verdict);

/* Looks again whether there is something to sign for. */
void msk_sign_bar_refresh (MskSignBar *self);

/* Opens the form; FALSE when there is nothing to sign for. */
gboolean msk_sign_bar_open (MskSignBar *self);

G_END_DECLS
