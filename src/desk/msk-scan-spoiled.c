/* What the desk with the scanner does with spoiled sheets and sets too many (C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-scan-spoiled.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-print-desk-private.h"
#include "msk-scan-private.h"
#include "msk-session-private.h"
#include "msk-spoilage-store.h"
#include "msk-verdict-private.h"

MskVerdict *
msk_scan_spoiled_spoil (MskSession *session,
                        MskCopy *copy,
                        guint page,
                        const char *reason,
                        GError **error)
{
  MskVerdict *verdict;

  if (!msk_print_desk_spoil (session, copy->number, 0, reason, error))
    return NULL;

  verdict = msk_verdict_new (MSK_TONE_DONE, "spoiled", _ ("Spoiled"),
                             _ ("Put the sheets with those for destruction."),
                             msk_session_get_now (session));
  msk_verdict_set_copy (verdict, copy, page);
  return verdict;
}

MskVerdict *
msk_scan_spoiled_twice (MskSession *session,
                        MskCopy *copy,
                        const MskTag *tag,
                        const char *reason,
                        GError **error)
{
  const gint64 set = msk_print_desk_twice_as (session, copy->number, tag->serial, 0, reason, error);
  g_autofree char *text = NULL;
  MskVerdict *verdict;

  if (set == 0)
    return NULL;

  text = g_strdup_printf (_ ("There is a set too many of this copy. Write %u on it, put it with "
                             "those for destruction, and tell the security "
                             "officer."),
                          (guint) set);
  verdict = msk_verdict_new (MSK_TONE_ALARM, "came-twice", _ ("Came twice"), text,
                             msk_session_get_now (session));
  msk_verdict_set_copy (verdict, copy, tag->page);
  return verdict;
}

MskVerdict *
msk_scan_spoiled_see (MskSession *session,
                      MskCopy *copy,
                      const MskTag *tag,
                      MskMeasureArea zone,
                      GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  MskVerdict *verdict;
  guint sightings;
  gint64 set;

  if (!msk_scan_begin_sighting (session, &transaction, error) ||
      !msk_spoilage_store_find_expected (transaction.database, tag->serial, &set, error) ||
      set == 0 || !msk_spoilage_store_see (&transaction, set, zone, FALSE, &sightings, error) ||
      !msk_session_commit (session, &transaction, error))
    return NULL;

  verdict =
      sightings == 1
          ? msk_verdict_new (MSK_TONE_DONE, "seen", _ ("Spoiled sheets seen"),
                             _ ("They are from a spoiled printing of the copy: leave them with "
                                "those for destruction."),
                             msk_session_get_now (session))
          : msk_verdict_new (MSK_TONE_REFUSED, "already-scanned", _ ("Seen before"),
                             _ ("These spoiled sheets were scanned before in this sweep: if this "
                                "is "
                                "not just another page of them, keep both and tell the security "
                                "officer."),
                             msk_session_get_now (session));
  msk_verdict_set_copy (verdict, copy, tag->page);
  return verdict;
}
