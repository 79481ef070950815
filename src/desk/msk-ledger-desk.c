/* The ledger as the auditor reads it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-ledger-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-appliance.h"
#include "msk-ledger.h"
#include "msk-session-private.h"

G_DEFINE_FINAL_TYPE (MskLedgerLine, msk_ledger_line, G_TYPE_OBJECT)

static void
msk_ledger_line_finalize (GObject *object)
{
  MskLedgerLine *self = MSK_LEDGER_LINE (object);

  g_free (self->actor);
  g_free (self->role);
  g_free (self->station);
  g_free (self->act);
  g_free (self->subject);
  g_free (self->details);

  G_OBJECT_CLASS (msk_ledger_line_parent_class)->finalize (object);
}

static void
msk_ledger_line_class_init (MskLedgerLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_ledger_line_finalize;
}

static void
msk_ledger_line_init (MskLedgerLine *self)
{
}

static MskDatabase *
choose_database (MskSession *session, gboolean meeting, GError **error)
{
  return meeting ? msk_session_require_meeting (session, MSK_ACT_LEDGER_READ, error)
                 : msk_session_require_appliance (session, MSK_ACT_LEDGER_READ, error);
}

static void
collect_line (const MskLedgerEntry *entry, gpointer user_data)
{
  MskLedgerLine *line = g_object_new (MSK_TYPE_LEDGER_LINE, NULL);

  line->sequence = entry->sequence;
  line->at = entry->at;
  line->actor = g_strdup (entry->actor);
  line->role = g_strdup (entry->role);
  line->station = g_strdup (entry->station);
  line->act = g_strdup (entry->act);
  line->subject = g_strdup (entry->subject);
  line->details = g_strdup (entry->details);
  g_ptr_array_add (user_data, line);
}

void
msk_ledger_verdict_free (MskLedgerVerdict *self)
{
  g_free (self->reason);
  g_free (self->head);
  g_free (self);
}

/* A chain that fits together may still be another one, written anew by somebody with the key. */
static gboolean
check_anchor (MskSession *session,
              MskDatabase *database,
              gint64 *wrong,
              const char **reason,
              GError **error)
{
  g_autoptr(GBytes) known_hash = NULL;
  g_autoptr(GBytes) hash = NULL;
  gint64 known;

  if (!msk_appliance_get_anchor (msk_vault_get_appliance (msk_session_get_vault (session)),
                                 msk_session_get_meeting (session)->id, &known, &known_hash, error))
    return FALSE;
  if (known == 0)
    return TRUE;

  hash = msk_ledger_dup_hash (database, known, NULL);
  if (hash == NULL || !g_bytes_equal (hash, known_hash))
    {
      *wrong = known;
      *reason = N_ ("it is not the entry that the appliance's register knows");
    }
  return TRUE;
}

MskLedgerVerdict *
msk_ledger_desk_verify (MskSession *session, gboolean meeting, GError **error)
{
  MskDatabase *database = choose_database (session, meeting, error);
  guchar head[MSK_LEDGER_HASH_SIZE];
  const char *reason;
  guint64 entries;
  gint64 wrong;
  MskLedgerVerdict *verdict;

  if (database == NULL || !msk_database_check_whole (database, error) ||
      !msk_ledger_verify (database, &entries, &wrong, &reason, head, error))
    return NULL;
  if (meeting && reason == NULL && !check_anchor (session, database, &wrong, &reason, error))
    return NULL;

  verdict = g_new0 (MskLedgerVerdict, 1);
  verdict->entries = entries;
  /* Not by the number of the wrong entry: somebody could have numbered one nought. */
  verdict->verified = reason == NULL && entries > 0;
  verdict->wrong_entry = wrong;
  verdict->reason = reason == NULL ? NULL : g_strdup (_ (reason));
  verdict->head = msk_ledger_dup_hex (head);
  return verdict;
}

GPtrArray *
msk_ledger_desk_list (MskSession *session,
                      gboolean meeting,
                      gint64 before,
                      guint max,
                      GError **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  MskDatabase *database = choose_database (session, meeting, error);

  if (database == NULL || !msk_ledger_foreach (database, before, max, collect_line, lines, error))
    return NULL;

  return g_steal_pointer (&lines);
}
