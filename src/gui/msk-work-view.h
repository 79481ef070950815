/* What somebody who has signed in works with: the places, the page of one of them, and the balance
 * at the foot. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "msk-page.h"
#include "msk-place.h"

G_BEGIN_DECLS

#define MSK_TYPE_WORK_VIEW (msk_work_view_get_type ())
G_DECLARE_FINAL_TYPE (MskWorkView, msk_work_view, MSK, WORK_VIEW, AdwBin)

GtkWidget *msk_work_view_new (MskSession *session);

/* Gives a code to the page that is shown, or says loudly that this page takes none. */
void msk_work_view_take_scan (MskWorkView *self, const char *code);

/* Takes back the newest verdict of the page that is shown. */
void msk_work_view_undo (MskWorkView *self);

/* Forgets the half that waits on the page that is shown. */
void msk_work_view_forget (MskWorkView *self);

/* Shows the nth place of those that are shown, from 0. */
void msk_work_view_show_nth (MskWorkView *self, guint n);

/* Where the work goes on when the next person signs in: the place that is shown, and there again,
 * where it is one of theirs. */
MskPlace msk_work_view_get_place (MskWorkView *self);
void msk_work_view_show_place (MskWorkView *self, MskPlace place);

/* Opens the form for a new passphrase of the person signed in. */
void msk_work_view_change_passphrase (MskWorkView *self);

/* The page with long work under way that must not be cut off by an idle lock, or NULL. Lent. */
MskPage *msk_work_view_get_busy_page (MskWorkView *self);

G_END_DECLS
