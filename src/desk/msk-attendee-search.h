/* Finding people by what is typed. It chooses what is seen, never what is counted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"

G_BEGIN_DECLS

/* Whether every word of the text is in the name, unit or post, or in the pinyin or its initials of
 * name or unit; case and width of letters do not
 * matter. An empty text finds everybody. */
gboolean msk_attendee_search_matches (MskAttendee *attendee, const char *text);

/* The same for any words that are searched in. */
gboolean msk_attendee_search_finds (const char *words, const char *text);

G_END_DECLS
