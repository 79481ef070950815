/* What the page of the measures says, from plain facts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-look.h"
#include "msk-measure.h"

G_BEGIN_DECLS

MskLook msk_measure_state_look (MskMeasure *measure);
MskLook msk_measure_state_look_of_opening (guint open, gint64 opened_at);

/* How many mandatory ones are open, and whether the meeting is. The caller owns it. */
char *msk_measure_state_dup_standing (guint open, gint64 opened_at) G_GNUC_WARN_UNUSED_RESULT;

/* With whom it was agreed (of MskLiaison), and with whom not yet. The caller owns it. */
char *msk_measure_state_dup_after (guint open) G_GNUC_WARN_UNUSED_RESULT;
char *msk_measure_state_dup_liaison (GPtrArray *liaisons) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskMeasure: nothing was recorded in between. */
gboolean msk_measure_state_is_same (gconstpointer a, gconstpointer b);

G_END_DECLS
