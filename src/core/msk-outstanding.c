/* What is still out at the end of the year, over all meetings (F2): one thing, and who owes it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-outstanding.h"

#include <glib/gi18n-lib.h>

#include "msk-name.h"

G_DEFINE_FINAL_TYPE (MskOutstanding, msk_outstanding, G_TYPE_OBJECT)

static const char *const labels[] = {
  [MSK_OUTSTANDING_HELD] = N_ ("given out, not returned"),
  [MSK_OUTSTANDING_TURN] = N_ ("in circulation"),
  [MSK_OUTSTANDING_SLIP] = N_ ("out by a loan slip"),
  [MSK_OUTSTANDING_PERMIT] = N_ ("permit open"),
  [MSK_OUTSTANDING_MISSING] = N_ ("missing"),
  [MSK_OUTSTANDING_INCIDENT] = N_ ("incident open"),
  [MSK_OUTSTANDING_RECORD] = N_ ("record not in the archive"),
  [MSK_OUTSTANDING_LOAN] = N_ ("dossier lent"),
  [MSK_OUTSTANDING_KEPT] = N_ ("kept after the erasure"),
  [MSK_OUTSTANDING_DEVICE] = N_ ("in deposit, not fetched"),
};

static void
msk_outstanding_finalize (GObject *object)
{
  MskOutstanding *self = MSK_OUTSTANDING (object);

  g_free (self->meeting_number);
  g_free (self->what);
  g_free (self->unit);
  g_free (self->person);

  G_OBJECT_CLASS (msk_outstanding_parent_class)->finalize (object);
}

static void
msk_outstanding_class_init (MskOutstandingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_outstanding_finalize;
}

static void
msk_outstanding_init (MskOutstanding *self)
{
  self->meeting_number = g_strdup ("");
}

MskOutstanding *
msk_outstanding_new (MskOutstandingKind kind, MskLevel level, char *what, char *unit, char *person)
{
  MskOutstanding *self = g_object_new (MSK_TYPE_OUTSTANDING, NULL);

  self->kind = kind;
  self->level = level;
  self->what = what;
  self->unit = unit;
  self->person = person;
  return self;
}

const char *
msk_outstanding_kind_get_label (MskOutstandingKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (labels), "");

  return g_dgettext (GETTEXT_PACKAGE, labels[kind]);
}

gboolean
msk_outstanding_is_overdue (const MskOutstanding *self, gint64 now)
{
  return self->due_at != 0 && now > self->due_at;
}

static int
compare_names (const char *one, const char *other)
{
  g_autofree char *folded = msk_name_dup_folded (one);
  g_autofree char *other_folded = msk_name_dup_folded (other);

  return g_strcmp0 (folded, other_folded);
}

static int
compare_owners (const MskOutstanding *one, const MskOutstanding *other)
{
  const int unit = compare_names (one->unit, other->unit);

  return unit != 0 ? unit : compare_names (one->person, other->person);
}

gboolean
msk_outstanding_is_same_owner (const MskOutstanding *self, const MskOutstanding *other)
{
  return compare_owners (self, other) == 0;
}

gboolean
msk_outstanding_has_owner (const MskOutstanding *self)
{
  return *self->unit != '\0' || *self->person != '\0';
}

char *
msk_outstanding_dup_owner (const MskOutstanding *self)
{
  if (!msk_outstanding_has_owner (self))
    return g_strdup (_ ("Nobody is named"));

  return *self->unit != '\0' && *self->person != '\0'
             ? g_strdup_printf ("%s · %s", self->unit, self->person)
             : g_strconcat (self->unit, self->person, NULL);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const MskOutstanding *one = *(MskOutstanding *const *) a;
  const MskOutstanding *other = *(MskOutstanding *const *) b;
  const int named = msk_outstanding_has_owner (other) - msk_outstanding_has_owner (one);
  const int owner = named != 0 ? named : compare_owners (one, other);

  if (owner != 0)
    return owner;
  if (one->meeting_id != other->meeting_id)
    return one->meeting_id < other->meeting_id ? -1 : 1;
  if (one->kind != other->kind)
    return (int) one->kind - (int) other->kind;

  return (one->since_at > other->since_at) - (one->since_at < other->since_at);
}

void
msk_outstanding_sort (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare);
}

MskLevel
msk_outstanding_get_level (GPtrArray *lines, guint first, guint count)
{
  MskLevel level = MSK_LEVEL_CONFIDENTIAL;

  for (guint i = first; i < first + count; i++)
    level = MAX (level, ((MskOutstanding *) g_ptr_array_index (lines, i))->level);

  return level;
}

guint
msk_outstanding_count_owner (GPtrArray *lines, guint first)
{
  guint end = first;

  while (end < lines->len && msk_outstanding_is_same_owner (g_ptr_array_index (lines, first),
                                                            g_ptr_array_index (lines, end)))
    end++;

  return end - first;
}
