/* A person of the meeting by the words that somebody wrote for them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-find-person.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-search.h"
#include "msk-error.h"
#include "msk-vetting-desk.h"

gint64
msk_find_person (MskSession *session, const char *text, GError **error)
{
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (session, error);
  gint64 found = 0;
  guint count = 0;

  if (people == NULL)
    return 0;

  for (guint i = 0; *text != '\0' && i < people->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (people, i);

      if (!msk_attendee_search_matches (attendee, text))
        continue;
      found = attendee->id;
      count++;
    }
  if (count == 1)
    return found;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                       count == 0 ? _ ("Nobody on the list is called so: write the name as it "
                                       "stands there.")
                                  : _ ("Several people on the list are called so: write the unit "
                                       "beside the name."));
  return 0;
}
