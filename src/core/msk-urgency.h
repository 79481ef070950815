/* How urgent a paper is (紧急程度), as GB/T 9704 has it on line 3 of the first page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  MSK_URGENCY_NONE,
  MSK_URGENCY_URGENT,       /* 加急 */
  MSK_URGENCY_EXTRA_URGENT, /* 特急 */
} MskUrgency;

/* The word that the paper carries, 特急, or "" for none. Static text. */
const char *msk_urgency_get_mark (MskUrgency urgency);

/* What a screen shows: the Chinese word beside the word in the user's language; "not urgent" for
 * none. Static text. */
const char *msk_urgency_get_label (MskUrgency urgency);

/* Reads 特急, "extra-urgent", "Extra Urgent", "none". Returns FALSE, leaving urgency alone, for
 * anything else. */
gboolean msk_urgency_parse (const char *text, MskUrgency *urgency);

G_END_DECLS
