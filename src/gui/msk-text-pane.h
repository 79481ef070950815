/* A text that people take note of, to be read: Chinese above English.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "msk-text-version.h"

G_BEGIN_DECLS

#define MSK_TYPE_TEXT_PANE (msk_text_pane_get_type ())
G_DECLARE_FINAL_TYPE (MskTextPane, msk_text_pane, MSK, TEXT_PANE, AdwBin)

/* Shows it from its top; NULL shows nothing. */
void msk_text_pane_show (MskTextPane *self, MskTextVersion *text);

/* What is shown, or NULL. Lent. */
MskTextVersion *msk_text_pane_get_shown (MskTextPane *self);

G_END_DECLS
