/* What the desk with the scanner does with a copy that is brought back (清退): counted when that is
 * asked for, taken back in full or in part. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-return-scan.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-circulation-scan.h"
#include "msk-error.h"
#include "msk-incident-store.h"
#include "msk-name.h"
#include "msk-paper-store.h"
#include "msk-return-store.h"
#include "msk-session-private.h"
#include "msk-verdict-private.h"

gboolean
msk_return_scan_must_count (MskSession *session,
                            MskDatabase *database,
                            MskCopy *copy,
                            gboolean *must,
                            GError **error)
{
  g_autoptr(MskPaper) paper = msk_paper_store_get (database, copy->paper_id, error);

  if (paper == NULL)
    return FALSE;

  *must = copy->pages_back > 0 ||
          msk_paper_counts_pages (paper, msk_session_get_meeting (session)->scheme);
  return TRUE;
}

/* One line, as the register keeps it. */
static gboolean
clean_count (const MskPageCount *count, MskPageCount *clean, char **remark, GError **error)
{
  *remark = msk_name_dup_field (count->remark);
  if (*remark == NULL)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("A remark on what came back is one line and not too long: shorten "
                              "it."));
      return FALSE;
    }

  *clean = *count;
  clean->remark = *remark;
  return msk_page_count_check (clean, error);
}

/* One incident for all that is missing of a copy, however often a part of it is brought. */
static gboolean
find_incident (MskTransaction *transaction, MskCopy *copy, MskReturnCount *result, GError **error)
{
  g_autofree char *subject = msk_copy_number_dup_subject (copy->number);
  g_autofree char *number = msk_copy_number_dup_text (copy->number);
  g_autofree char *found = NULL;
  g_autofree char *text = NULL;
  g_autoptr(MskPaper) paper = NULL;

  if (!msk_return_store_get_incident (transaction->database, copy->number, &result->incident_id,
                                      error))
    return FALSE;
  if (result->incident_id != 0)
    return TRUE;

  paper = msk_paper_store_get (transaction->database, copy->paper_id, error);
  if (paper == NULL)
    return FALSE;

  found = msk_return_count_dup_text (result);
  text = g_strdup_printf (_ ("Copy %s of %s was brought back by %s: %s"), number,
                          copy->document_number, copy->holder, found);
  {
    const MskIncidentDraft draft = { .kind = MSK_INCIDENT_PAGES_MISSING,
                                     .attendee_id = copy->holder_id,
                                     .subject = subject,
                                     .text = text,
                                     .level = paper->level };

    return msk_incident_store_open (transaction, &draft, &result->incident_id, error);
  }
}

/* The copy stays with who holds it. */
static gboolean
keep (MskTransaction *transaction,
      MskCopy *copy,
      MskMovement *movement,
      MskReturnCount *result,
      GError **error)
{
  movement->act = MSK_ACT_COPY_RETURN_PART;
  movement->to = movement->from;

  return find_incident (transaction, copy, result, error) &&
         msk_copy_store_move (transaction, movement, error) &&
         msk_copy_store_restore_issue (transaction, copy->number, movement->issued_at, TRUE,
                                       error) &&
         msk_return_store_set_back (transaction, copy->number, result->here + result->pages, error);
}

static gboolean
conclude (MskTransaction *transaction,
          MskCopy *copy,
          MskMovement *movement,
          MskReturnCount *result,
          GError **error)
{
  switch (result->outcome)
    {
    case MSK_COUNT_OUTCOME_WHOLE:
      return msk_return_store_set_back (transaction, copy->number, 0, error) &&
             msk_copy_store_move (transaction, movement, error);
    case MSK_COUNT_OUTCOME_PART:
      return keep (transaction, copy, movement, result, error);
    case MSK_COUNT_OUTCOME_AGAIN:
    case MSK_COUNT_OUTCOME_SURPLUS:
    default:
      return TRUE;
    }
}

gboolean
msk_return_scan_settle (MskTransaction *transaction,
                        MskCopy *copy,
                        const MskPageCount *count,
                        MskMovement *movement,
                        MskReturnCount **result,
                        GError **error)
{
  g_autoptr(MskReturnCount) counted = msk_return_count_new ();
  g_autofree char *remark = NULL;
  MskPageCount clean;
  gint64 after_id;
  guint last, again;

  if (!clean_count (count, &clean, &remark, error) ||
      !msk_return_store_get_last (transaction->database, copy->number, &last, &again, &after_id,
                                  error))
    return FALSE;

  counted->pages = clean.pages;
  counted->here = copy->pages_back;
  counted->due = copy->pages - copy->pages_back;
  counted->condition = clean.condition;
  counted->remark = g_steal_pointer (&remark);
  counted->again = again;
  counted->outcome = msk_page_count_judge (counted->due, counted->pages, last, again);
  if (!conclude (transaction, copy, movement, counted, error) ||
      !msk_return_store_add (transaction, copy->number, after_id, movement->id, counted, error))
    return FALSE;

  *result = g_steal_pointer (&counted);
  return TRUE;
}

gboolean
msk_return_scan_revert_count (MskTransaction *transaction,
                              guint number,
                              gint64 movement_id,
                              GError **error)
{
  g_autoptr(MskReturnCount) count = NULL;

  return msk_return_store_find (transaction->database, movement_id, &count, error) &&
         (count == NULL || msk_return_store_set_back (transaction, number, count->here, error));
}

/* What the person should have brought along. The copy is back by now: what can't be read is not
 * told. */
static void
tell_family (MskSession *session, MskVerdict *verdict, MskCopy *copy)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, NULL);
  g_autoptr(GPtrArray) family =
                 database == NULL
                     ? NULL
                     : msk_return_store_list_family (database, copy->holder_id, copy, NULL);
  g_autoptr(GString) numbers = g_string_new (NULL);
  g_autofree char *before = NULL;
  g_autofree char *also = NULL;

  if (family == NULL || family->len == 0)
    return;

  for (guint i = 0; i < family->len; i++)
    {
      MskCopy *other = g_ptr_array_index (family, i);
      g_autofree char *number = msk_copy_number_dup_text (other->number);

      g_string_append_printf (numbers, "%s%s", i > 0 ? _ (", ") : "", number);
    }

  also = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u copy that belongs to it is still out with this person: "
                                       "%s.",
                                       "%u copies that belong to it are still out with this "
                                       "person: %s.",
                                       family->len),
                          family->len, numbers->str);
  before = verdict->text;
  verdict->text = g_strdup_printf ("%s %s", before, also);
  verdict->family = g_steal_pointer (&family);
}

static char *
dup_uncounted_text (MskCopy *copy)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "It has %u page: look at it, put it away, and scan the next.",
                   "It has %u pages: count them, put it away, and scan the next.", copy->pages),
      copy->pages);
}

static char *
dup_whole_text (MskCopy *copy, gint64 incident_id)
{
  if (incident_id != 0)
    return g_strdup_printf (_ ("The rest has come, and all %u pages are here: put them together, "
                               "and scan the next. Incident %u stays open."),
                            copy->pages, (guint) incident_id);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Its %u page is here: put it away, and scan the next.",
                                       "All %u pages are here: put it away, and scan the next.",
                                       copy->pages),
                          copy->pages);
}

static MskVerdict *
make_part (MskCopy *copy, MskReturnCount *count, gint64 now)
{
  const guint missing = msk_return_count_get_missing (count);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u of its %u pages is missing, and %s answers for it (incident %u): keep what "
                   "is here, have the person stay, and tell the security officer. Scan the copy "
                   "again when the rest is brought.",
                   "%u of its %u pages are missing, and %s answers for them (incident %u): keep "
                   "what is here, have the person stay, and tell the security officer. Scan the "
                   "copy again when the rest is brought.",
                   missing),
      missing, copy->pages, copy->holder, (guint) count->incident_id);

  return msk_verdict_new (MSK_TONE_ALARM, "pages-missing", _ ("Pages missing"), text, now);
}

MskVerdict *
msk_return_scan_refuse_count (MskCopy *copy, MskReturnCount *count, gint64 now)
{
  g_autoptr(GError) error = NULL;

  if (count->outcome == MSK_COUNT_OUTCOME_PART)
    return make_part (copy, count, now);

  msk_page_count_set_error (count->outcome, &error);
  return count->outcome == MSK_COUNT_OUTCOME_AGAIN
             ? msk_verdict_new (MSK_TONE_WAITING, msk_error_get_name (error), _ ("Count again"),
                                error->message, now)
             : msk_verdict_new_refusal (error, now);
}

static MskVerdict *
make_verdict (MskCopy *copy, MskReturnCount *count, gint64 incident_id, gint64 now)
{
  g_autofree char *text = NULL;

  if (count != NULL && count->outcome != MSK_COUNT_OUTCOME_WHOLE)
    return msk_return_scan_refuse_count (copy, count, now);

  text = count == NULL ? dup_uncounted_text (copy) : dup_whole_text (copy, incident_id);
  return msk_verdict_new (MSK_TONE_DONE, "returned", _ ("Returned"), text, now);
}

/* Either counted, or taken back as it is. *count stays NULL for the second. */
static gboolean
move (MskSession *session,
      MskTransaction *transaction,
      MskCopy *copy,
      const MskPageCount *counted,
      gboolean counting,
      MskMovement *movement,
      MskReturnCount **count,
      GError **error)
{
  gboolean must;

  if (counted != NULL)
    return msk_return_scan_settle (transaction, copy, counted, movement, count, error);
  if (!msk_return_scan_must_count (session, transaction->database, copy, &must, error))
    return FALSE;

  return must || counting ? msk_page_count_refuse_uncounted (error)
                          : msk_copy_store_move (transaction, movement, error);
}

MskVerdict *
msk_return_scan_take (MskSession *session,
                      MskCopy *copy,
                      guint page,
                      const MskPageCount *count,
                      gboolean counting,
                      const char *remark,
                      GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskAttendee) holder = NULL;
  g_autoptr(MskReturnCount) result = NULL;
  MskMovement movement = { .number = copy->number,
                           .act = MSK_ACT_COPY_RETURN,
                           .from = copy->state,
                           .to = MSK_COPY_RETURNED,
                           .attendee_id = copy->holder_id,
                           .remark = remark };
  MskVerdict *verdict;
  gint64 incident_id;

  if (!msk_session_begin_moving (session, MSK_ACT_COPY_RETURN, &transaction, error) ||
      !msk_copy_check_returnable (copy, error) ||
      !msk_circulation_scan_check_free (transaction.database, copy->number, error) ||
      !msk_return_store_get_incident (transaction.database, copy->number, &incident_id, error))
    return NULL;

  holder = msk_attendee_store_get (transaction.database, copy->holder_id, error);
  if (holder == NULL ||
      !move (session, &transaction, copy, count, counting, &movement, &result, error) ||
      !msk_session_commit (session, &transaction, error))
    return NULL;

  verdict = make_verdict (copy, result, incident_id, msk_session_get_now (session));
  msk_verdict_set_copy (verdict, copy, page);
  msk_verdict_set_person (verdict, holder);
  verdict->count = g_steal_pointer (&result);
  verdict->movement_id = movement.id;
  if (movement.id != 0)
    tell_family (session, verdict, copy);
  return verdict;
}

MskVerdict *
msk_return_scan_ask (MskSession *session, MskCopy *copy, guint page)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, NULL);
  g_autoptr(MskAttendee) holder =
                 database == NULL ? NULL : msk_attendee_store_get (database, copy->holder_id, NULL);
  g_autofree char *text = NULL;
  MskVerdict *verdict;

  text = copy->pages_back > 0
             ? g_strdup_printf (_ ("Part of it is here already. Count the pages that are brought "
                                   "now, and enter the number; until it is right %s answers for "
                                   "the rest."),
                                copy->holder)
             : g_strdup_printf (_ ("Count its pages, and enter the number and how it came back; "
                                   "until then %s answers for it."),
                                copy->holder);
  verdict = msk_verdict_new (MSK_TONE_WAITING, "pages-uncounted", _ ("Count the pages"), text,
                             msk_session_get_now (session));
  msk_verdict_set_copy (verdict, copy, page);
  if (holder != NULL)
    msk_verdict_set_person (verdict, holder);
  return verdict;
}
