/* The print room's entry log (K1, C3): who came in and out, when, why, and by whose leave.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-room-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-print-desk.h"
#include "msk-room-store.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GStrv
msk_room_desk_list_places (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) printers = msk_print_desk_list_printers (session, error);
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func (g_free);

  if (printers == NULL)
    return NULL;

  for (guint i = 0; i < printers->len; i++)
    {
      const char *place = ((MskDesignatedPrinter *) g_ptr_array_index (printers, i))->place;

      if (!g_ptr_array_find_with_equal_func (places, place, g_str_equal, NULL))
        g_ptr_array_add (places, g_strdup (place));
    }
  g_ptr_array_sort (places, compare_texts);
  g_ptr_array_add (places, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&places), FALSE);
}

/* The place that is meant, as the list of printers has it. The caller owns it. */
static char *
dup_place (MskSession *session, const char *place, GError **error)
{
  g_auto(GStrv) places = msk_room_desk_list_places (session, error);
  g_autofree char *clean = place == NULL ? NULL : msk_vetting_dup_field (place);

  if (places == NULL)
    return NULL;
  if (place == NULL && g_strv_length (places) == 1)
    return g_strdup (places[0]);
  if (clean != NULL && g_strv_contains ((const char *const *) places, clean))
    return g_steal_pointer (&clean);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                       _ ("No designated printer stands at this place: give the place as “msk "
                          "appliance printer-list” has it."));
  return NULL;
}

gint64
msk_room_desk_enter (MskSession *session, const MskRoomDraft *draft, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *place = NULL;
  g_autofree char *name = msk_vetting_dup_field (draft->name);
  g_autofree char *unit = msk_vetting_dup_field (draft->unit != NULL ? draft->unit : "");
  g_autofree char *reason = msk_vetting_dup_field (draft->reason);
  g_autofree char *leave = msk_vetting_dup_field (draft->leave);
  MskRoomEntry entry;
  gint64 id;

  if (msk_session_require_meeting (session, MSK_ACT_ROOM_ENTER, error) == NULL)
    return 0;
  if (name == NULL || *name == '\0' || unit == NULL || reason == NULL || *reason == '\0' ||
      leave == NULL || *leave == '\0')
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("Whoever enters the print room has a name, a reason, and somebody's "
                              "leave: give all three, in one line each."));
      return 0;
    }

  place = dup_place (session, draft->place, error);
  entry = (MskRoomEntry){ place, name, unit, reason, leave };
  return place != NULL &&
                 msk_session_begin_present (session, MSK_ACT_ROOM_ENTER, &transaction, error) &&
                 msk_room_store_enter (&transaction, &entry, &id, error) &&
                 msk_session_commit (session, &transaction, error)
             ? id
             : 0;
}

gboolean
msk_room_desk_leave (MskSession *session, gint64 id, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return msk_session_begin (session, MSK_ACT_ROOM_LEAVE, &transaction, error) &&
         msk_room_store_leave (&transaction, id, error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_room_desk_list (MskSession *session, gboolean only_inside, const char *place, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_room_store_list (database, only_inside, place, error);
}
