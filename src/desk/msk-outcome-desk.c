/* What became of each printed copy: good, spoiled, came twice, never came, given up, printed anew.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-print-desk-private.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-store.h"
#include "msk-destruction.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-incident-private.h"
#include "msk-ledger.h"
#include "msk-print-run-store.h"
#include "msk-session-private.h"
#include "msk-spoilage-store.h"
#include "msk-vetting-private.h"

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

/* A number whose sheets are destroyed or went back is over (D1). */
static gboolean
check_not_gone (MskCopy *copy, GError **error)
{
  return (copy->state != MSK_COPY_DESTROYED && copy->state != MSK_COPY_WITH_ORIGINATOR) ||
         msk_copy_check_exists (copy, error);
}

static gboolean
check_confirmable (MskCopy *copy, GError **error)
{
  if (!check_not_gone (copy, error))
    return FALSE;

  switch (copy->attempt)
    {
    case MSK_ATTEMPT_PRINTED:
    case MSK_ATTEMPT_ABSENT:
    case MSK_ATTEMPT_UNCERTAIN:
      return TRUE;
    case MSK_ATTEMPT_GOOD:
      return refuse (error, MSK_RULE_ERROR_ALREADY_GOOD,
                     _ ("This copy is confirmed already: if it came out twice, register the second "
                        "set as such."));
    case MSK_ATTEMPT_SPOILED:
      return refuse (error, MSK_RULE_ERROR_COPY_SPOILED,
                     _ ("This copy is registered as spoiled: put its sheets with those for "
                        "destruction."));
    case MSK_ATTEMPT_VOID:
      return refuse (error, MSK_RULE_ERROR_COPY_VOID,
                     _ ("This copy was declared void and should not exist: keep it and tell the "
                        "security officer."));
    case MSK_ATTEMPT_RESERVED:
    case MSK_ATTEMPT_SENT:
    default:
      return refuse (error, MSK_RULE_ERROR_COPY_NOT_GOOD,
                     _ ("This copy has not been printed yet: print it first."));
    }
}

/* Ends an attempt and moves its copy, in one transaction that the caller began. */
static gboolean
settle (MskSession *session,
        MskTransaction *transaction,
        MskCopy *copy,
        MskAttempt attempt,
        MskAct act,
        MskCopyState to,
        const char *reason,
        GError **error)
{
  MskMovement movement = { .number = copy->number,
                           .act = act,
                           .from = copy->state,
                           .to = to,
                           .remark = reason != NULL ? reason : "" };

  return msk_copy_store_set_attempt (transaction, copy->serial, attempt, NULL, NULL, reason,
                                     error) &&
         msk_copy_store_move (transaction, &movement, error) &&
         msk_session_commit (session, transaction, error);
}

gboolean
msk_print_desk_confirm (MskSession *session, guint number, GError **error)
{
  return msk_print_desk_confirm_as (session, number, MSK_PRINT_DESK_BY_HAND, error);
}

gboolean
msk_print_desk_confirm_as (MskSession *session, guint number, const char *remark, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCopy) copy = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_COPY_CONFIRM, &transaction, error))
    return FALSE;

  copy = msk_copy_store_get (transaction.database, number, error);
  return copy != NULL && check_confirmable (copy, error) &&
         settle (session, &transaction, copy, MSK_ATTEMPT_GOOD, MSK_ACT_COPY_CONFIRM,
                 MSK_COPY_IN_STORE, remark, error);
}

/* A dot or a dash tells nobody anything. */
static gboolean
says_something (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

char *
msk_print_desk_dup_reason (const char *reason, GError **error)
{
  g_autofree char *clean = msk_vetting_dup_field (reason);

  if (clean != NULL && says_something (clean))
    return g_steal_pointer (&clean);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("This needs a reason of one line: write down what happened."));
  return NULL;
}

static gboolean
check_spoilable (MskCopy *copy, GError **error)
{
  if (copy->destruction_id != 0)
    return msk_destruction_check_copy (copy, error);
  if (!check_not_gone (copy, error))
    return FALSE;
  if (copy->state == MSK_COPY_IN_STORE ||
      (copy->state == MSK_COPY_PRINTING && copy->attempt != MSK_ATTEMPT_RESERVED &&
       copy->attempt != MSK_ATTEMPT_SENT))
    return TRUE;
  if (copy->state == MSK_COPY_PRINTING)
    return refuse (error, MSK_RULE_ERROR_COPY_NOT_GOOD,
                   _ ("This copy has not been printed yet: print it first."));
  if (copy->state == MSK_COPY_SPOILED)
    return refuse (error, MSK_RULE_ERROR_COPY_SPOILED,
                   _ ("This copy is registered as spoiled: put its sheets with those for "
                      "destruction."));

  return refuse (error, MSK_RULE_ERROR_ALREADY_ISSUED,
                 _ ("This copy is not in store: take it back before declaring it spoiled."));
}

/* As many sheets as can be: none means a whole copy. */
static gboolean
check_sheets (MskDatabase *database, gint64 serial, guint *sheets, GError **error)
{
  guint whole;

  if (!msk_spoilage_store_count_whole (database, serial, &whole, error))
    return FALSE;
  if (*sheets == 0)
    *sheets = whole;
  if (*sheets <= whole)
    return TRUE;

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
               g_dngettext (GETTEXT_PACKAGE,
                            "A copy of this paper has %u sheet: register what is more as a set "
                            "that came twice.",
                            "A copy of this paper has %u sheets: register what is more as a set "
                            "that came twice.",
                            whole),
               whole);
  return FALSE;
}

/* One set into the register of spoiled sheets (C3), with its ledger entry. */
static gboolean
register_set (MskTransaction *transaction,
              MskAct act,
              const MskSpoilageEntry *entry,
              gint64 *id,
              GError **error)
{
  g_autofree char *copy = msk_copy_number_dup_text (entry->number);
  g_autofree char *serial = g_strdup_printf ("%" G_GINT64_FORMAT, entry->serial);
  g_autofree char *sheets = g_strdup_printf ("%u", entry->sheets);
  g_autofree char *subject = NULL;

  if (!msk_spoilage_store_add (transaction, entry, id, error))
    return FALSE;

  subject = g_strdup_printf ("spoiled set %" G_GINT64_FORMAT, *id);
  return msk_ledger_append (transaction, act, subject, error, "copy", copy, "serial", serial,
                            "kind", msk_enum_get_name (MSK_TYPE_SPOILAGE_KIND, (int) entry->kind),
                            "sheets", sheets, "reason", entry->reason, NULL);
}

gboolean
msk_print_desk_register_found (MskTransaction *transaction,
                               MskCopy *copy,
                               const char *reason,
                               GError **error)
{
  MskSpoilageEntry entry = { .serial = copy->serial,
                             .number = copy->number,
                             .kind = MSK_SPOILAGE_VOID,
                             .reason = reason };
  gint64 id;

  return check_sheets (transaction->database, copy->serial, &entry.sheets, error) &&
         register_set (transaction, MSK_ACT_SWEEP_SPOILED, &entry, &id, error);
}

/* Fewer sheets than a whole copy: where the others are nobody knows, so it is not for the one who
 * printed them to say that these are all (C3). */
static gboolean
find_spoil_act (MskSession *session, guint number, guint sheets, MskAct *act, GError **error)
{
  const MskRole role = msk_session_get_role (session);
  const MskAct least =
      msk_role_may (role, MSK_ACT_COPY_SPOIL_PART) ? MSK_ACT_COPY_SPOIL_PART : MSK_ACT_COPY_SPOIL;
  MskDatabase *database;
  g_autoptr(MskCopy) copy = NULL;
  guint whole;

  *act = MSK_ACT_COPY_SPOIL;
  if (sheets == 0)
    return TRUE;
  database = msk_session_require_meeting (session, least, error);
  if (database == NULL)
    return FALSE;
  copy = msk_copy_store_get (database, number, error);
  if (copy == NULL || !msk_spoilage_store_count_whole (database, copy->serial, &whole, error))
    return FALSE;
  if (sheets >= whole)
    return TRUE;

  *act = MSK_ACT_COPY_SPOIL_PART;
  if (msk_role_may (role, *act))
    return TRUE;

  g_set_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE,
               g_dngettext (GETTEXT_PACKAGE,
                            "A copy of this paper has %u sheet: that there are fewer is for the "
                            "security officer to look at and to register.",
                            "A copy of this paper has %u sheets: that there are fewer is for the "
                            "security officer to look at and to register.",
                            whole),
               whole);
  return FALSE;
}

gboolean
msk_print_desk_spoil (MskSession *session,
                      guint number,
                      guint sheets,
                      const char *reason,
                      GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCopy) copy = NULL;
  g_autofree char *clean = NULL;
  MskSpoilageEntry entry = { .number = number, .kind = MSK_SPOILAGE_SPOILED, .sheets = sheets };
  MskAct act;
  gint64 id;

  if (!find_spoil_act (session, number, sheets, &act, error) ||
      !msk_session_begin_moving (session, act, &transaction, error))
    return FALSE;

  copy = msk_copy_store_get (transaction.database, number, error);
  clean = copy == NULL || !check_spoilable (copy, error)
              ? NULL
              : msk_print_desk_dup_reason (reason, error);
  if (clean == NULL)
    return FALSE;

  entry.serial = copy->serial;
  entry.reason = clean;
  return check_sheets (transaction.database, copy->serial, &entry.sheets, error) &&
         register_set (&transaction, act, &entry, &id, error) &&
         settle (session, &transaction, copy, MSK_ATTEMPT_SPOILED, act, MSK_COPY_SPOILED, clean,
                 error);
}

/* The sheets of a number that was given up: while it was not printed anew they are the number's own
 * again. */
static gboolean
take_up_again (MskTransaction *transaction, MskCopy *copy, const char *reason, GError **error)
{
  MskMovement movement = { .number = copy->number,
                           .act = MSK_ACT_COPY_TWICE,
                           .from = MSK_COPY_VOID,
                           .to = MSK_COPY_SPOILED,
                           .remark = reason };

  return msk_copy_store_move (transaction, &movement, error);
}

/* In the print room a set too many is waste (C3). Once the copy had gone out, whoever had it and
 * whoever brings this one have the same number: that is what a second scan of it is. */
static gboolean
report_second (MskTransaction *transaction,
               MskCopy *copy,
               const MskSpoilageEntry *entry,
               GError **error)
{
  switch (copy->state)
    {
    case MSK_COPY_PRINTING:
    case MSK_COPY_IN_STORE:
    case MSK_COPY_SPOILED:
    case MSK_COPY_VOID:
      return TRUE;
    case MSK_COPY_HELD:
    case MSK_COPY_AWAY:
    case MSK_COPY_RETURNED:
    case MSK_COPY_DESTROYED:
    case MSK_COPY_MISSING:
    case MSK_COPY_WITH_ORIGINATOR:
    default:
      return entry->serial != copy->serial ||
             msk_incident_open_twice (transaction, copy, entry->reason, error);
    }
}

/* Fills in what kind of set it is; a given up number's second set is a surplus one. */
static gboolean
judge_surplus (MskDatabase *database, MskCopy *copy, MskSpoilageEntry *entry, GError **error)
{
  MskAttempt attempt;
  gboolean registered;

  if (entry->serial == 0)
    entry->serial = copy->serial;
  if (!msk_copy_store_find_attempt (database, entry->serial, &entry->number, &attempt, error) ||
      !msk_spoilage_kind_of_surplus (attempt, &entry->kind, error) ||
      !msk_spoilage_store_has (database, entry->serial, &registered, error))
    return FALSE;

  if (entry->kind == MSK_SPOILAGE_VOID && registered)
    entry->kind = MSK_SPOILAGE_SURPLUS;
  return check_sheets (database, entry->serial, &entry->sheets, error);
}

gint64
msk_print_desk_twice (MskSession *session,
                      guint number,
                      guint sheets,
                      const char *reason,
                      GError **error)
{
  return msk_print_desk_twice_as (session, number, 0, sheets, reason, error);
}

gint64
msk_print_desk_twice_as (MskSession *session,
                         guint number,
                         gint64 serial,
                         guint sheets,
                         const char *reason,
                         GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCopy) copy = NULL;
  g_autofree char *clean = NULL;
  MskSpoilageEntry entry = { .serial = serial, .number = number, .sheets = sheets };
  gint64 id;

  if (!msk_session_begin_moving (session, MSK_ACT_COPY_TWICE, &transaction, error))
    return 0;

  copy = msk_copy_store_get (transaction.database, number, error);
  clean = copy == NULL || !judge_surplus (transaction.database, copy, &entry, error)
              ? NULL
              : msk_print_desk_dup_reason (reason, error);
  if (clean == NULL)
    return 0;

  entry.reason = clean;
  return register_set (&transaction, MSK_ACT_COPY_TWICE, &entry, &id, error) &&
                 report_second (&transaction, copy, &entry, error) &&
                 (entry.kind != MSK_SPOILAGE_VOID || entry.serial != copy->serial ||
                  copy->state != MSK_COPY_VOID ||
                  take_up_again (&transaction, copy, clean, error)) &&
                 msk_session_commit (session, &transaction, error)
             ? id
             : 0;
}

/* Whether the printing system may still have the copy, so that its sheets may come yet. */
static gboolean
check_cannot_come (MskDatabase *database, MskCopy *copy, GError **error)
{
  g_autoptr(MskPrintRun) run = NULL;
  gint64 id;

  if (!msk_print_run_store_find_of (database, copy->serial, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;

  run = msk_print_run_store_get (database, id, error);
  return run != NULL &&
         (!msk_print_run_may_still_print (run) ||
          refuse (error, MSK_RULE_ERROR_PRINTING_NOT_SETTLED,
                  _ ("The printing system may still have this copy and print it later: clear its "
                     "run first (msk copy clear), then agree.")));
}

/* What went to the printer may be somewhere: whoever could declare it void could take it. */
static gboolean
check_voidable (MskCopy *copy, GError **error)
{
  if (copy->state == MSK_COPY_PRINTING && copy->attempt == MSK_ATTEMPT_RESERVED)
    return TRUE;

  return refuse (error, MSK_RULE_ERROR_ALREADY_GOOD,
                 _ ("Sheets of this copy exist or may exist: look for them, and declare them "
                    "spoiled if they are there, or else say that it never came."));
}

gboolean
msk_print_desk_void (MskSession *session, guint number, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCopy) copy = NULL;
  g_autofree char *clean = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_COPY_VOID, &transaction, error))
    return FALSE;

  copy = msk_copy_store_get (transaction.database, number, error);
  clean = copy == NULL || !check_voidable (copy, error) ? NULL
                                                        : msk_print_desk_dup_reason (reason, error);
  return clean != NULL && settle (session, &transaction, copy, MSK_ATTEMPT_VOID, MSK_ACT_COPY_VOID,
                                  MSK_COPY_VOID, clean, error);
}

/* The clerk's word that nothing came of what was sent. The number stays
 * where it is until a second person agrees: whoever could give it up alone could take the sheets.
 */
static gboolean
claim_absence (MskSession *session,
               MskTransaction *transaction,
               MskCopy *copy,
               const char *reason,
               GError **error)
{
  g_autofree char *subject = msk_copy_number_dup_subject (copy->number);

  return msk_copy_store_set_attempt (transaction, copy->serial, MSK_ATTEMPT_ABSENT, NULL, NULL,
                                     reason, error) &&
         msk_ledger_append (transaction, MSK_ACT_COPY_ABSENT, subject, error, "attempt", "absent",
                            "reason", reason, NULL) &&
         msk_session_commit (session, transaction, error);
}

gboolean
msk_print_desk_never (MskSession *session, guint number, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCopy) copy = NULL;
  g_autofree char *clean = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_COPY_ABSENT, &transaction, error))
    return FALSE;

  copy = msk_copy_store_get (transaction.database, number, error);
  if (copy == NULL)
    return FALSE;
  if (copy->state != MSK_COPY_PRINTING ||
      (copy->attempt != MSK_ATTEMPT_UNCERTAIN && copy->attempt != MSK_ATTEMPT_PRINTED))
    return refuse (error, MSK_RULE_ERROR_ALREADY_DECIDED,
                   _ ("Only of a copy that was sent to the printer and not settled yet can be said "
                      "that it never came: look at its state."));

  clean = msk_print_desk_dup_reason (reason, error);
  return clean != NULL && claim_absence (session, &transaction, copy, clean, error);
}

gboolean
msk_print_desk_agree_never (MskSession *session, guint number, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCopy) copy = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_COPY_ABSENT_AGREE, &transaction, error))
    return FALSE;

  copy = msk_copy_store_get (transaction.database, number, error);
  if (copy == NULL)
    return FALSE;
  if (copy->state != MSK_COPY_PRINTING || copy->attempt != MSK_ATTEMPT_ABSENT)
    return refuse (error, MSK_RULE_ERROR_ALREADY_DECIDED,
                   _ ("Nobody has said that this copy never came: look at its state."));

  return check_cannot_come (transaction.database, copy, error) &&
         settle (session, &transaction, copy, MSK_ATTEMPT_VOID, MSK_ACT_COPY_ABSENT_AGREE,
                 MSK_COPY_VOID, NULL, error);
}

gboolean
msk_print_desk_reprint (MskSession *session, guint number, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCopy) copy = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_COPY_REPRINT, &transaction, error))
    return FALSE;

  copy = msk_copy_store_get (transaction.database, number, error);
  if (copy == NULL || !check_not_gone (copy, error))
    return FALSE;
  if (copy->recall != MSK_RECALL_NONE)
    return refuse (error, MSK_RULE_ERROR_COPY_RECALLED,
                   _ ("This copy was called back, so its number is not printed anew: reserve a new "
                      "number if one is wanted."));
  /* The spoiled sheets stay in their register under the old tag (C3), whatever becomes of the
   * number. */
  if (copy->state != MSK_COPY_VOID && copy->state != MSK_COPY_SPOILED)
    return refuse (error, MSK_RULE_ERROR_ALREADY_GOOD,
                   _ ("Only a spoiled or void copy is printed again: reserve a new number "
                      "instead."));

  return msk_print_desk_check_room_again (transaction.database, copy, error) &&
         msk_session_ensure_serials (session, &transaction, 1, error) &&
         msk_copy_store_reprint (&transaction, copy, error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_print_desk_list_spoiled (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_spoilage_store_list (database, error);
}
