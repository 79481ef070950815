/* The register of what was issued all the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-override-store.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

static gboolean
insert_override (MskTransaction *transaction,
                 const MskOverrideDraft *draft,
                 const char *code,
                 gint64 *id,
                 GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO issue_override (movement_id, carrier_movement_id, code, decided_by, role, "
      "reason, at, station) VALUES (NULLIF (:movement, 0), NULLIF (:carrier_movement, 0), :code, "
      ":user, :role, :reason, :now, :station) RETURNING id",
      error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":movement", draft->movement_id);
  msk_statement_bind_int64 (statement, ":carrier_movement", draft->carrier_movement_id);
  msk_statement_bind_text (statement, ":code", code);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":role",
                           msk_enum_get_name (MSK_TYPE_ROLE, (int) transaction->actor.role));
  msk_statement_bind_text (statement, ":reason", draft->reason);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  return msk_statement_read_int64 (statement, id, error);
}

gboolean
msk_override_store_add (MskTransaction *transaction, const MskOverrideDraft *draft, GError **error)
{
  const char *code = msk_enum_get_name (MSK_TYPE_RULE_ERROR, (int) draft->code);
  g_autofree char *subject = NULL;
  g_autofree char *movement =
      g_strdup_printf ("%" G_GINT64_FORMAT,
                       draft->movement_id != 0 ? draft->movement_id : draft->carrier_movement_id);
  gint64 id;

  if (!insert_override (transaction, draft, code, &id, error))
    return FALSE;

  subject = g_strdup_printf ("override %" G_GINT64_FORMAT, id);
  return msk_ledger_append (transaction, MSK_ACT_ISSUE_OVERRIDE, subject, error, "code", code, "of",
                            draft->movement_id != 0 ? "copy" : "carrier", "movement", movement,
                            "reason", draft->reason, NULL);
}

static MskOverride *
read_override (MskStatement *statement, GError **error)
{
  MskOverride *override;
  int role;

  if (!msk_statement_get_enum (statement, 3, MSK_TYPE_ROLE, &role, error))
    return NULL;

  override = msk_override_new ();
  override->id = msk_statement_get_int64 (statement, 0);
  override->code = msk_statement_dup_text (statement, 1);
  override->decided_by = msk_statement_dup_text (statement, 2);
  override->role = (MskRole) role;
  override->reason = msk_statement_dup_text (statement, 4);
  override->at = msk_statement_get_int64 (statement, 5);
  override->number = (guint) msk_statement_get_int64 (statement, 6);
  override->document_number = msk_statement_dup_text (statement, 7);
  override->carrier = (guint) msk_statement_get_int64 (statement, 8);
  override->description = msk_statement_dup_text (statement, 9);
  override->attendee_id = msk_statement_get_int64 (statement, 10);
  override->person = msk_statement_dup_text (statement, 11);
  override->unit = msk_statement_dup_text (statement, 12);
  override->user = msk_statement_dup_text (statement, 13);
  override->station = msk_statement_dup_text (statement, 14);
  return override;
}

GPtrArray *
msk_override_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT o.id, o.code, o.decided_by, o.role, o.reason, o.at, COALESCE (m.copy_number, 0),"
      " COALESCE (p.document_number, ''), COALESCE (n.carrier_number, 0),"
      " COALESCE (r.description, ''), a.id, a.name, a.unit, COALESCE (m.user, n.user), o.station"
      " FROM issue_override AS o LEFT JOIN movement AS m ON m.id = o.movement_id"
      " LEFT JOIN copy AS c ON c.number = m.copy_number LEFT JOIN paper AS p ON p.id = c.paper_id"
      " LEFT JOIN carrier_movement AS n ON n.id = o.carrier_movement_id"
      " LEFT JOIN carrier AS r ON r.number = n.carrier_number"
      " JOIN attendee AS a ON a.id = COALESCE (m.attendee_id, n.attendee_id) ORDER BY o.id",
      error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_override, error);
}
