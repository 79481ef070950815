/* Signing in, and making a vault where there is none.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "msk-session.h"

G_BEGIN_DECLS

/* Signal "unlocked" (MskSession *session). */
#define MSK_TYPE_UNLOCK_PAGE (msk_unlock_page_get_type ())
G_DECLARE_FINAL_TYPE (MskUnlockPage, msk_unlock_page, MSK, UNLOCK_PAGE, AdwBin)

/* Where the vault lies and what the place of work is called (or NULL). */
/* A badge that was scanned stands for the name: only the passphrase is wanted now. FALSE when this
 * code is none. */
gboolean msk_unlock_page_take_badge (MskUnlockPage *self, const char *code);

void msk_unlock_page_set_vault (MskUnlockPage *self, const char *directory, const char *station);

/* Empties the fields and looks again whether there is a vault. reason says why it was locked, or
 * NULL. */
void msk_unlock_page_reset (MskUnlockPage *self, const char *reason);

/* Says something that has to be read before signing in. */
void msk_unlock_page_show_problem (MskUnlockPage *self, const char *text);

G_END_DECLS
