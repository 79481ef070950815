/* What the page of attendees does with the people that are selected: vetting, and their badges.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "msk-vetting-state.h"

G_BEGIN_DECLS

/* Installs "attendee.approve" and the others in the class of the page. */
void msk_vetting_actions_install (GtkWidgetClass *widget_class);

/* Offers what makes sense. */
void msk_vetting_actions_apply (GtkWidget *page, const MskVettingState *state);

/* Says what to take back from whom the list lost (of MskHolding; may be NULL). */
void msk_vetting_actions_tell_held (GtkWidget *asker, const char *heading, GPtrArray *held);

G_END_DECLS
