/* Requests to copy papers, and the decisions on them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-request-store.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

/* A number counts against the limit unless all of its sheets came out wrong, whether they still
 * wait for destruction or not, or none was made. */
#define SELECT_REQUEST                                                                             \
  "SELECT r.id, r.paper_id, p.document_number, r.copies, r.purpose, r.applicant, r.place,"         \
  " r.requested_by, r.requested_at, COALESCE (d.outcome, 'open'), COALESCE (d.copies, 0),"         \
  " COALESCE (d.place, ''), COALESCE (d.authority, ''), COALESCE (d.post, ''),"                    \
  " COALESCE (d.organ, ''), COALESCE (d.reference, ''), COALESCE (d.reason, ''),"                  \
  " COALESCE (d.decided_at, 0), COALESCE (d.recorded_by, ''), COALESCE (d.recorded_at, 0),"        \
  " COALESCE (d.standing, 'unstated'),"                                                            \
  " (SELECT COUNT (*) FROM number_block AS b JOIN copy AS c ON c.number BETWEEN b.first AND "      \
  "b.last"                                                                                         \
  " JOIN attempt AS t ON t.serial = c.serial"                                                      \
  " WHERE b.request_id = r.id AND c.state NOT IN ('spoiled', 'void') AND NOT (c.state IN "         \
  "('destroyed', 'missing', 'with-originator') AND t.state IN ('spoiled', 'void'))),"              \
  " COALESCE (r.parent_number, 0), r.copier"                                                       \
  " FROM copy_request AS r JOIN paper AS p ON p.id = r.paper_id"                                   \
  " LEFT JOIN copy_decision AS d ON d.request_id = r.id"

static char *
dup_subject (gint64 id)
{
  return g_strdup_printf ("request %" G_GINT64_FORMAT, id);
}

static gboolean
insert_request (MskTransaction *transaction, MskCopyRequest *request, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO copy_request (paper_id, parent_number, copier, copies, purpose, applicant, "
      "place, requested_by, requested_at) VALUES (:paper, NULLIF (:parent, 0), :copier, :copies, "
      ":purpose, :applicant, :place, :user, :now)"
      " RETURNING id",
      error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":paper", request->paper_id);
  msk_statement_bind_int64 (statement, ":parent", request->parent);
  msk_statement_bind_text (statement, ":copier", request->copier);
  msk_statement_bind_int64 (statement, ":copies", request->copies);
  msk_statement_bind_text (statement, ":purpose", request->purpose);
  msk_statement_bind_text (statement, ":applicant", request->applicant);
  msk_statement_bind_text (statement, ":place", request->asked_place);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_read_int64 (statement, &request->id, error);
}

gboolean
msk_request_store_insert (MskTransaction *transaction, MskCopyRequest *request, GError **error)
{
  g_autofree char *subject = NULL;
  g_autofree char *paper = g_strdup_printf ("%" G_GINT64_FORMAT, request->paper_id);
  g_autofree char *copies = g_strdup_printf ("%u", request->copies);
  g_autofree char *parent = NULL;

  if (!insert_request (transaction, request, error))
    return FALSE;

  subject = dup_subject (request->id);
  if (request->parent == 0)
    return msk_ledger_append (transaction, MSK_ACT_PAPER_REQUEST, subject, error, "paper", paper,
                              "copies", copies, "purpose", request->purpose, "applicant",
                              request->applicant, "place", request->asked_place, NULL);

  parent = msk_copy_number_dup_text (request->parent);
  return msk_ledger_append (transaction, MSK_ACT_PAPER_REQUEST, subject, error, "paper", paper,
                            "copy", parent, "copier", request->copier, "copies", copies, "purpose",
                            request->purpose, "applicant", request->applicant, "place",
                            request->asked_place, NULL);
}

/* The texts of an approval are bound, or those of a refusal, which has none but its reason. */
static gboolean
insert_decision (MskTransaction *transaction,
                 MskCopyRequest *request,
                 MskRequestState outcome,
                 const MskApproval *approval,
                 const char *reason,
                 GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO copy_decision (request_id, outcome, copies, place, authority, post, organ,"
      " standing, reference, reason, decided_at, recorded_at, recorded_by)"
      " VALUES (:request, :outcome, :copies, :place, :authority, :post, :organ, :standing, "
      ":reference,"
      " :reason, :decided_at, :now, :user)",
      error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":request", request->id);
  msk_statement_bind_text (statement, ":outcome",
                           msk_enum_get_name (MSK_TYPE_REQUEST_STATE, (int) outcome));
  msk_statement_bind_int64 (statement, ":copies", approval->copies);
  msk_statement_bind_text (statement, ":place", approval->place);
  msk_statement_bind_text (statement, ":authority", approval->authority);
  msk_statement_bind_text (statement, ":post", approval->post);
  msk_statement_bind_text (statement, ":organ", approval->organ);
  msk_statement_bind_text (statement, ":standing",
                           msk_enum_get_name (MSK_TYPE_STANDING, (int) approval->standing));
  msk_statement_bind_text (statement, ":reference", approval->reference);
  msk_statement_bind_text (statement, ":reason", reason);
  msk_statement_bind_int64 (statement, ":decided_at", approval->decided_at);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error);
}

gboolean
msk_request_store_approve (MskTransaction *transaction,
                           MskCopyRequest *request,
                           const MskApproval *approval,
                           GError **error)
{
  g_autofree char *subject = dup_subject (request->id);
  g_autofree char *paper = g_strdup_printf ("%" G_GINT64_FORMAT, request->paper_id);
  g_autofree char *copies = g_strdup_printf ("%u", approval->copies);
  g_autofree char *decided_at = g_strdup_printf ("%" G_GINT64_FORMAT, approval->decided_at);
  const char *standing = msk_enum_get_name (MSK_TYPE_STANDING, (int) approval->standing);

  return insert_decision (transaction, request, MSK_REQUEST_APPROVED, approval, "", error) &&
         msk_ledger_append (transaction, MSK_ACT_PAPER_APPROVE, subject, error, "paper", paper,
                            "copies", copies, "place", approval->place, "authority",
                            approval->authority, "post", approval->post, "organ", approval->organ,
                            "standing", standing, "reference", approval->reference, "decided_at",
                            decided_at, NULL);
}

gboolean
msk_request_store_refuse (MskTransaction *transaction,
                          MskCopyRequest *request,
                          const char *reason,
                          GError **error)
{
  const MskApproval nothing = {
    .authority = "",
    .post = "",
    .organ = "",
    .reference = "",
    .place = "",
    .decided_at = transaction->actor.now,
  };
  g_autofree char *subject = dup_subject (request->id);
  g_autofree char *paper = g_strdup_printf ("%" G_GINT64_FORMAT, request->paper_id);

  return insert_decision (transaction, request, MSK_REQUEST_REFUSED, &nothing, reason, error) &&
         msk_ledger_append (transaction, MSK_ACT_PAPER_REFUSE, subject, error, "paper", paper,
                            "reason", reason, NULL);
}

static MskCopyRequest *
read_request (MskStatement *statement, GError **error)
{
  g_autoptr(MskCopyRequest) request = msk_copy_request_new ();
  int state, standing;

  if (!msk_statement_get_enum (statement, 9, MSK_TYPE_REQUEST_STATE, &state, error) ||
      !msk_statement_get_enum (statement, 20, MSK_TYPE_STANDING, &standing, error))
    return NULL;

  request->id = msk_statement_get_int64 (statement, 0);
  request->paper_id = msk_statement_get_int64 (statement, 1);
  request->document_number = msk_statement_dup_text (statement, 2);
  request->copies = (guint) msk_statement_get_int64 (statement, 3);
  request->purpose = msk_statement_dup_text (statement, 4);
  request->applicant = msk_statement_dup_text (statement, 5);
  request->asked_place = msk_statement_dup_text (statement, 6);
  request->requested_by = msk_statement_dup_text (statement, 7);
  request->requested_at = msk_statement_get_int64 (statement, 8);
  request->state = (MskRequestState) state;
  request->granted = (guint) msk_statement_get_int64 (statement, 10);
  request->place = msk_statement_dup_text (statement, 11);
  request->authority = msk_statement_dup_text (statement, 12);
  request->post = msk_statement_dup_text (statement, 13);
  request->organ = msk_statement_dup_text (statement, 14);
  request->reference = msk_statement_dup_text (statement, 15);
  request->reason = msk_statement_dup_text (statement, 16);
  request->decided_at = msk_statement_get_int64 (statement, 17);
  request->recorded_by = msk_statement_dup_text (statement, 18);
  request->recorded_at = msk_statement_get_int64 (statement, 19);
  request->standing = (MskStanding) standing;
  request->live = (guint) msk_statement_get_int64 (statement, 21);
  request->parent = (guint) msk_statement_get_int64 (statement, 22);
  request->copier = msk_statement_dup_text (statement, 23);
  return g_steal_pointer (&request);
}

GPtrArray *
msk_request_store_list (MskDatabase *database, gint64 paper_id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       SELECT_REQUEST
                                       " WHERE :paper = 0 OR r.paper_id = :paper ORDER BY r.id",
                                       error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":paper", paper_id);
  return msk_statement_collect (statement, (MskStatementReadFunc) read_request, error);
}

static MskCopyRequest *
read_only_request (MskStatement *statement, GError **error)
{
  return msk_statement_read_one (statement, (MskStatementReadFunc) read_request,
                                 _ ("There is no such request in this meeting: look at the list of "
                                    "requests."),
                                 error);
}

MskCopyRequest *
msk_request_store_get (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_REQUEST " WHERE r.id = :id", error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  return read_only_request (statement, error);
}

MskCopyRequest *
msk_request_store_get_of_number (MskDatabase *database, guint number, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       SELECT_REQUEST
                                       " WHERE r.id = (SELECT b.request_id FROM number_block"
                                       " AS b WHERE :number BETWEEN b.first AND b.last)",
                                       error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":number", number);
  return read_only_request (statement, error);
}
