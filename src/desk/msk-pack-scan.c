/* Packs at the desk: what the plan has for one person is given out piece by piece.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pack-scan.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-number.h"
#include "msk-plan-store.h"

/* So many numbers are read at a glance; that there are others is said too. */
#define NAMED_MAX 6

static char *
dup_numbers (GArray *pack)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (pack->len, NAMED_MAX); i++)
    {
      g_autofree char *number = msk_copy_number_dup_text (g_array_index (pack, guint, i));

      g_string_append_printf (text, "%s%s", i > 0 ? _ (", ") : "", number);
    }
  if (pack->len > NAMED_MAX)
    g_string_append (text, " …");

  return g_string_free (text, FALSE);
}

static void
take_text (MskVerdict *verdict, char *text)
{
  g_free (verdict->text);
  verdict->text = text;
}

gboolean
msk_pack_scan_tell (MskDatabase *database, MskVerdict *verdict, GError **error)
{
  g_autoptr(GArray) pack = msk_plan_store_list_pack (database, verdict->attendee_id, error);
  g_autofree char *numbers = NULL;

  if (pack == NULL)
    return FALSE;

  verdict->pack = pack->len;
  if (pack->len == 0)
    return TRUE;

  numbers = dup_numbers (pack);
  take_text (verdict,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u copy is planned for this person: scan %s, or "
                                           "another copy or carrier for them.",
                                           "%u copies are planned for this person: scan each of "
                                           "%s, or another copy or carrier for them.",
                                           pack->len),
                              pack->len, numbers));
  return TRUE;
}

gboolean
msk_pack_scan_go_on (MskDatabase *database, MskVerdict *verdict, GError **error)
{
  g_autoptr(GArray) pack = NULL;
  g_autofree char *numbers = NULL;
  gint64 planned_id;

  if (!msk_plan_store_find_planned (database, verdict->number, &planned_id, error))
    return FALSE;
  if (planned_id == 0)
    return TRUE;

  pack = msk_plan_store_list_pack (database, verdict->attendee_id, error);
  if (pack == NULL)
    return FALSE;

  verdict->pack = pack->len;
  numbers = dup_numbers (pack);
  take_text (verdict,
             pack->len == 0
                 ? g_strdup (_ ("Hand over the pack: it is whole. Scan the next badge."))
                 : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                 "The pack of this person still lacks %u copy: "
                                                 "scan %s.",
                                                 "The pack of this person still lacks %u copies: "
                                                 "scan %s.",
                                                 pack->len),
                                    pack->len, numbers));
  return TRUE;
}
