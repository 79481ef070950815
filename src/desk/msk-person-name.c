/* People who are named in writing, as those who carry a copy, sign for it, or stand for a word.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-person-name-private.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-error.h"
#include "msk-look-alike.h"
#include "msk-name.h"

char *
msk_person_name_dup (const char *text, GError **error)
{
  g_autofree char *clean = text == NULL ? NULL : msk_name_dup_field (text);

  if (clean != NULL && msk_name_has_letter (clean))
    return g_steal_pointer (&clean);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("Somebody is named here who has no name: write down the full name, in "
                          "one line and with its letters."));
  return NULL;
}

gboolean
msk_person_name_check_authority (const char *authority, const char *person, GError **error)
{
  if (!msk_look_alike (authority, person))
    return TRUE;

  g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON,
                       _ ("Nobody gives leave to themselves: write down the full name of who "
                          "decided."));
  return FALSE;
}

/* The newest of those with this name who were barred, or NULL where one of them was not. */
static const MskAttendee *
find_barred (GPtrArray *attendees, const char *name)
{
  g_auto(GStrv) looks = msk_look_alike_dup_all (name);
  const MskAttendee *barred = NULL;

  for (guint i = 0; i < attendees->len; i++)
    {
      const MskAttendee *person = g_ptr_array_index (attendees, i);
      g_auto(GStrv) others = msk_look_alike_dup_all (person->name);

      /* Whoever was only changed stands there again. */
      if (person->replaced_by != 0 ||
          !msk_look_alike_share ((const char *const *) looks, (const char *const *) others))
        continue;
      if (person->vetting != MSK_VETTING_REJECTED && person->vetting != MSK_VETTING_WITHDRAWN)
        return NULL;
      barred = person;
    }

  return barred;
}

static gboolean
check_carrier (GPtrArray *attendees, const char *name, GError **error)
{
  const MskAttendee *barred = find_barred (attendees, name);

  if (barred == NULL)
    return TRUE;

  if (barred->vetting == MSK_VETTING_WITHDRAWN)
    g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_WITHDRAWN,
                 _ ("%s was withdrawn from the lists of this meeting and carries nothing: name "
                    "somebody else."),
                 barred->name);
  else
    g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_REJECTED,
                 _ ("%s was rejected for this meeting and carries nothing: name somebody else."),
                 barred->name);
  return FALSE;
}

gboolean
msk_person_name_check_carriers (MskDatabase *database,
                                const char *bearer,
                                const char *second,
                                GError **error)
{
  g_autoptr(GPtrArray) attendees = msk_attendee_store_list (database, error);

  return attendees != NULL && check_carrier (attendees, bearer, error) &&
         (*second == '\0' || check_carrier (attendees, second, error));
}
