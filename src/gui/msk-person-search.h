/* Finds a person by name, unit or post, for a forgotten badge.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "msk-attendee.h"

G_BEGIN_DECLS

/* Signal "chosen" (MskAttendee *attendee): somebody was chosen, and the search field is empty
 * again.
 */
#define MSK_TYPE_PERSON_SEARCH (msk_person_search_get_type ())
G_DECLARE_FINAL_TYPE (MskPersonSearch, msk_person_search, MSK, PERSON_SEARCH, AdwBin)

/* The people to choose from (of MskAttendee). */
void msk_person_search_show (MskPersonSearch *self, GPtrArray *people);

G_END_DECLS
