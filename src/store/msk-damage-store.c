/* The register of what the sweep saw damaged (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-damage-store.h"

#include "msk-copy-number.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"
#include "msk-sweep-store.h"

static const char *
get_kind_name (MskSweepKind kind)
{
  return msk_enum_get_name (MSK_TYPE_SWEEP_KIND, (int) kind);
}

gboolean
msk_damage_store_add (MskTransaction *transaction,
                      const MskDamageDraft *draft,
                      gint64 incident,
                      GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO sweep_damage (kind, number, zone, "
                                       "pages_missing, reason, incident_id, at, user)"
                                       " VALUES (:kind, :number, :zone, :missing, :reason, "
                                       "NULLIF (:incident, 0), :now, :user)",
                                       error);
  const char *zone = msk_enum_get_name (MSK_TYPE_MEASURE_AREA, (int) draft->zone);
  g_autofree char *subject = draft->kind == MSK_SWEEP_CARRIER
                                 ? g_strdup_printf ("carrier %04u", draft->number)
                                 : msk_copy_number_dup_subject (draft->number);
  g_autofree char *missing = g_strdup_printf ("%u", draft->pages_missing);
  g_autofree char *opened = g_strdup_printf ("%" G_GINT64_FORMAT, incident);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":kind", get_kind_name (draft->kind));
  msk_statement_bind_int64 (statement, ":number", draft->number);
  msk_statement_bind_text (statement, ":zone", zone);
  msk_statement_bind_int64 (statement, ":missing", draft->pages_missing);
  msk_statement_bind_text (statement, ":reason", draft->reason);
  msk_statement_bind_int64 (statement, ":incident", incident);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) && msk_sweep_store_bump (transaction, error) &&
         msk_ledger_append (transaction, MSK_ACT_SWEEP_DAMAGE, subject, error, "zone", zone,
                            "pages_missing", missing, "reason", draft->reason, "incident", opened,
                            NULL);
}

static gpointer
read_damage (MskStatement *statement, GError **error)
{
  g_autoptr(MskDamage) self = msk_damage_new ();
  int kind, zone;

  if (!msk_statement_get_enum (statement, 1, MSK_TYPE_SWEEP_KIND, &kind, error) ||
      !msk_statement_get_enum (statement, 5, MSK_TYPE_MEASURE_AREA, &zone, error))
    return NULL;

  self->id = msk_statement_get_int64 (statement, 0);
  self->kind = (MskSweepKind) kind;
  self->number = (guint) msk_statement_get_int64 (statement, 2);
  self->paper_id = msk_statement_get_int64 (statement, 3);
  self->document_number = msk_statement_dup_text (statement, 4);
  self->zone = (MskMeasureArea) zone;
  self->pages_missing = (guint) msk_statement_get_int64 (statement, 6);
  self->reason = msk_statement_dup_text (statement, 7);
  self->incident = msk_statement_get_int64 (statement, 8);
  self->is_reported = msk_statement_get_int64 (statement, 9) != 0;
  self->at = msk_statement_get_int64 (statement, 10);
  self->user = msk_statement_dup_text (statement, 11);
  return g_steal_pointer (&self);
}

GPtrArray *
msk_damage_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT d.id, d.kind, d.number, COALESCE (c.paper_id, 0), COALESCE (p.document_number, ''), "
      "d.zone, d.pages_missing, d.reason, COALESCE (d.incident_id, 0), EXISTS (SELECT 1 FROM "
      "incident_report AS r WHERE r.incident_id = d.incident_id AND r.department = 'secrecy'), "
      "d.at, d.user FROM sweep_damage AS d"
      " LEFT JOIN copy AS c ON d.kind = 'copy' AND c.number = d.number"
      " LEFT JOIN paper AS p ON p.id = c.paper_id ORDER BY d.id",
      error);

  return msk_statement_collect (statement, read_damage, error);
}
