/* Asks whose things pass to whom (F3), and has both sign.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-custody-ask.h"

#include <glib/gi18n-lib.h>

#include "msk-custody-desk.h"
#include "msk-error.h"
#include "msk-fields-form.h"
#include "msk-vetting-desk.h"

/* By the name as the list has it; who has the same name as somebody else is named by number. */
static gint64
find_person (MskPage *page, const char *text, GError **error)
{
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (msk_page_get_session (page), error);
  gint64 found = 0;
  guint matches = 0;

  if (people == NULL)
    return 0;

  for (guint i = 0; i < people->len; i++)
    {
      MskAttendee *person = g_ptr_array_index (people, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person->id);

      if (g_str_equal (id, text))
        return person->id;
      if (person->vetting == MSK_VETTING_WITHDRAWN ||
          !msk_attendee_is_signature (text, person->name))
        continue;
      found = person->id;
      matches++;
    }
  if (matches == 1)
    return found;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                       matches == 0
                           ? _ ("Nobody of this name is on the lists: write the full name, "
                                "or the number on the list.")
                           : _ ("Several people have this name: write the number on the "
                                "list instead."));
  return 0;
}

static gboolean
start_custody (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  const gint64 giver = find_person (page, values[0], error);
  const gint64 taker = giver == 0 ? 0 : find_person (page, values[1], error);
  gint64 id;

  return taker != 0 &&
         msk_custody_desk_start (msk_page_get_session (page), giver, taker, &id, error);
}

void
msk_custody_ask_start (MskPage *page)
{
  const char *const fields[] = { _ ("_Who hands over"), _ ("The _successor"), NULL };
  const MskFieldsWords words = { _ ("Hand Over What a Person Holds"),
                                 _ ("Full names as on the list. Everything the person holds is "
                                    "scanned piece by piece in front of both."),
                                 _ ("_Begin"), fields, start_custody };

  msk_fields_form_open (page, &words, NULL, NULL, NULL);
}

static gboolean
end_custody (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  const gint64 *id = data;

  return msk_custody_desk_end (msk_page_get_session (page), *id, values[0], values[1], error);
}

void
msk_custody_ask_end (MskPage *page, gint64 id)
{
  const char *const fields[] = { _ ("Signed by _who hands over"), _ ("Signed by the _successor"),
                                 NULL };
  const MskFieldsWords words = { _ ("Pass to the Successor"),
                                 _ ("Each writes their own full name. What was scanned passes to "
                                    "the successor; print the slip after."),
                                 _ ("_Pass On"), fields, end_custody };
  gint64 *kept = g_new (gint64, 1);

  *kept = id;
  msk_fields_form_open (page, &words, NULL, kept, g_free);
}
