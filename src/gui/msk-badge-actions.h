/* What the page of attendees does with the badges of the people that are selected.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "msk-vetting-state.h"

G_BEGIN_DECLS

void msk_badge_actions_install (GtkWidgetClass *widget_class);
void msk_badge_actions_apply (GtkWidget *page, const MskVettingState *state);

G_END_DECLS
