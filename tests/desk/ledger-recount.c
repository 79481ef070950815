/* What a closed meeting came to, counted from the words of its ledger alone: no register is asked.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-recount.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "msk-enum-types.h"
#include "msk-enum.h"

typedef struct
{
  LedgerRecount *count;
  GHashTable *carriers;  /* subject: state */
  GHashTable *movements; /* of the door, by number: "in attendee 3", "out attendee 3" */
  GHashTable *devices;   /* subject: state */
  GHashTable *permits;   /* of those that are open, subject: "granted" or "away" */
  GHashTable *permitted; /* subject of a copy: that of its permit */
  GHashTable *told;      /* incidents that the secrecy department knows of */
  GHashTable *venue;     /* lines of the check that are done */
  gboolean swept;
} Recount;

static const char *
get (JsonObject *details, const char *member)
{
  return json_object_get_string_member_with_default (details, member, "");
}

static void
set (GHashTable *table, const char *key, const char *value)
{
  g_hash_table_insert (table, g_strdup (key), g_strdup (value));
}

static void
count_door (Recount *self, const MskLedgerLine *line, JsonObject *details)
{
  const gboolean in = g_str_equal (line->act, "door-in");

  if (g_str_equal (line->act, "door-refuse"))
    self->count->refused++;
  else if (g_str_equal (line->act, "door-annul"))
    g_assert_true (g_hash_table_remove (self->movements, get (details, "movement")));
  else if (in || g_str_has_prefix (line->act, "door-out"))
    g_hash_table_insert (self->movements, g_strdup (get (details, "movement")),
                         g_strdup_printf ("%s %s", in ? "in" : "out", line->subject));
}

/* A permit is open until its receipt, or until its copy is back or missing. */
static void
count_permit (Recount *self, const MskLedgerLine *line, JsonObject *details)
{
  if (g_str_equal (line->act, "permit-grant"))
    {
      guint64 number = g_ascii_strtoull (get (details, "copy"), NULL, 10);
      g_autofree char *copy = g_strdup_printf ("copy %06" G_GUINT64_FORMAT, number);

      set (self->permits, line->subject, "granted");
      set (self->permitted, copy, line->subject);
    }
  else if (g_str_equal (line->act, "permit-take") && g_str_has_prefix (line->subject, "permit "))
    set (self->permits, line->subject, "away");
  else if (g_str_equal (line->act, "permit-receipt") || g_str_equal (line->act, "permit-withdraw"))
    g_hash_table_remove (self->permits, line->subject);
  else if (g_str_equal (get (details, "from"), "away") &&
           !g_str_equal (get (details, "to"), "away"))
    g_hash_table_remove (self->permits, g_hash_table_lookup (self->permitted, line->subject));
}

static void
count_sweep (Recount *self, const MskLedgerLine *line, JsonObject *details)
{
  self->swept = self->swept || g_str_equal (line->act, "sweep-start");
  self->count->recovered += g_str_equal (line->act, "sweep-recover");
  self->count->strange += g_str_equal (line->subject, "strange code");
  if (self->swept && g_str_equal (line->act, "measure-record") &&
      g_str_equal (get (details, "outcome"), "done"))
    set (self->venue, line->subject, "");
}

static void
count_things (Recount *self, const MskLedgerLine *line, JsonObject *details)
{
  if (g_str_has_prefix (line->subject, "carrier ") && g_str_equal (line->act, "carrier-add"))
    set (self->carriers, line->subject, "in-store");
  else if (g_str_has_prefix (line->subject, "carrier ") && *get (details, "to") != '\0')
    set (self->carriers, line->subject, get (details, "to"));
  else if (g_str_has_prefix (line->subject, "device ") && *get (details, "state") != '\0')
    set (self->devices, line->subject, get (details, "state"));
}

static void
count_rest (Recount *self, const MskLedgerLine *line, JsonObject *details)
{
  self->count->incidents += g_str_equal (line->act, "incident-open");
  self->count->destroyed +=
      g_str_equal (line->act, "destroy-scan") && *get (details, "thing") != '\0';
  if (g_str_equal (line->act, "destroy-end") && g_str_has_prefix (line->subject, "destruction "))
    self->count->batches++;
  if (g_str_equal (line->act, "incident-report") &&
      g_str_equal (get (details, "department"), "secrecy"))
    set (self->told, line->subject, "");
}

static void
play (Recount *self, const MskLedgerLine *line)
{
  g_autoptr(JsonNode) node = json_from_string (line->details, NULL);
  JsonObject *details = json_node_get_object (node);

  count_door (self, line, details);
  count_permit (self, line, details);
  count_sweep (self, line, details);
  count_things (self, line, details);
  count_rest (self, line, details);
}

static guint
count_value (GHashTable *table, const char *wanted)
{
  GHashTableIter iter;
  gpointer value;
  guint count = 0;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    count += g_str_equal (value, wanted);
  return count;
}

static void
sum_door (Recount *self)
{
  g_autoptr(GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->movements);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const gboolean in = g_str_has_prefix (value, "in ");

      self->count->in += in;
      self->count->out += !in;
      if (in)
        g_hash_table_add (people, g_strdup (value));
    }
  self->count->people = g_hash_table_size (people);
  self->count->inside = self->count->in - self->count->out;
}

static void
sum_copies (DeskTest *test, LedgerRecount *count)
{
  g_autoptr(GHashTable) copies = ledger_replay (test);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, copies);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const ReplayedCopy *copy = value;

      count->copies[copy->paper_id][copy->state]++;
    }
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
ledger_recount (DeskTest *test, LedgerRecount *count)
{
  Recount self = { count,        new_table (), new_table (), new_table (), new_table (),
                   new_table (), new_table (), new_table (), FALSE };
  g_autoptr(GPtrArray) lines = NULL;

  memset (count, 0, sizeof *count);
  sum_copies (test, count);
  lines = ledger_replay_list (test);
  for (guint i = lines->len; i > 0; i--)
    play (&self, lines->pdata[i - 1]);

  sum_door (&self);
  for (guint state = 0; state < MSK_COPY_N_STATES; state++)
    count->carriers[state] =
        count_value (self.carriers, msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) state));
  count->devices = g_hash_table_size (self.devices);
  count->devices_returned = count_value (self.devices, "returned");
  count->permits_open = g_hash_table_size (self.permits);
  count->permits_away = count_value (self.permits, "away");
  count->incidents_told = g_hash_table_size (self.told);
  count->venue_lines = g_hash_table_size (self.venue);
  g_hash_table_unref (self.carriers);
  g_hash_table_unref (self.movements);
  g_hash_table_unref (self.devices);
  g_hash_table_unref (self.permits);
  g_hash_table_unref (self.permitted);
  g_hash_table_unref (self.told);
  g_hash_table_unref (self.venue);
}
