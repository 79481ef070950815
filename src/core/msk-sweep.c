/* The closing sweep (M9): what the state of a copy and whether it was seen say together.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MskSweepLine, msk_sweep_line, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MskSweepZone, msk_sweep_zone, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MskSweepTally, msk_sweep_tally, G_TYPE_OBJECT)

static const char *const class_labels[] = {
  [MSK_SWEEP_RETURNED] = N_ ("returned"),
  [MSK_SWEEP_IN_STORE] = N_ ("in store"),
  [MSK_SWEEP_SPOILED] = N_ ("spoiled"),
  [MSK_SWEEP_BY_PERMIT] = N_ ("away by permit"),
  [MSK_SWEEP_DESTROYED] = N_ ("destroyed"),
  [MSK_SWEEP_WITH_ORIGINATOR] = N_ ("back with its originator"),
  [MSK_SWEEP_VOID] = N_ ("void"),
  [MSK_SWEEP_MISSING] = N_ ("missing, reported"),
  [MSK_SWEEP_OUT] = N_ ("still out"),
  [MSK_SWEEP_FOUND] = N_ ("found here, not taken back"),
  [MSK_SWEEP_NOT_SEEN] = N_ ("should be here, not seen"),
  [MSK_SWEEP_IN_PRINT] = N_ ("printing not settled"),
  [MSK_SWEEP_IN_PART] = N_ ("here in part, pages missing"),
};

static void
msk_sweep_line_finalize (GObject *object)
{
  MskSweepLine *self = MSK_SWEEP_LINE (object);

  g_free (self->document_number);
  g_free (self->description);
  g_free (self->holder);
  g_free (self->holder_unit);
  g_free (self->remark);

  G_OBJECT_CLASS (msk_sweep_line_parent_class)->finalize (object);
}

static void
msk_sweep_line_class_init (MskSweepLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_sweep_line_finalize;
}

static void
msk_sweep_line_init (MskSweepLine *self)
{
}

MskSweepLine *
msk_sweep_line_new (void)
{
  return g_object_new (MSK_TYPE_SWEEP_LINE, NULL);
}

static void
msk_sweep_zone_class_init (MskSweepZoneClass *klass)
{
}

static void
msk_sweep_zone_init (MskSweepZone *self)
{
}

MskSweepZone *
msk_sweep_zone_new (MskMeasureArea area)
{
  MskSweepZone *self = g_object_new (MSK_TYPE_SWEEP_ZONE, NULL);

  self->area = area;
  return self;
}

static void
msk_sweep_tally_finalize (GObject *object)
{
  g_free (MSK_SWEEP_TALLY (object)->document_number);

  G_OBJECT_CLASS (msk_sweep_tally_parent_class)->finalize (object);
}

static void
msk_sweep_tally_class_init (MskSweepTallyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_sweep_tally_finalize;
}

static void
msk_sweep_tally_init (MskSweepTally *self)
{
}

/* All carriers are in one, after the papers. */
static MskSweepTally *
find_tally (GPtrArray *tallies, GHashTable *by_paper, MskSweepLine *line)
{
  MskSweepTally *tally = g_hash_table_lookup (by_paper, &line->paper_id);

  if (tally != NULL)
    return tally;

  tally = g_object_new (MSK_TYPE_SWEEP_TALLY, NULL);
  tally->paper_id = line->paper_id;
  tally->document_number = g_strdup (line->document_number);
  g_ptr_array_add (tallies, tally);
  g_hash_table_insert (by_paper, &tally->paper_id, tally);
  return tally;
}

GPtrArray *
msk_sweep_tally_dup_all (GPtrArray *lines)
{
  g_autoptr(GPtrArray) tallies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) by_paper = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_return_val_if_fail (lines != NULL, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      MskSweepLine *line = g_ptr_array_index (lines, i);
      MskSweepTally *tally = find_tally (tallies, by_paper, line);

      tally->expected++;
      tally->seen += line->sightings > 0;
      tally->unexplained += !msk_sweep_class_is_explained (line->sweep_class);
      tally->missing += line->sweep_class == MSK_SWEEP_MISSING;
      tally->classes[line->sweep_class]++;
    }

  return g_steal_pointer (&tallies);
}

const char *
msk_sweep_tally_get_what (MskSweepTally *self)
{
  g_return_val_if_fail (MSK_IS_SWEEP_TALLY (self), "");

  return self->paper_id == 0 ? _ ("Carriers") : self->document_number;
}

MskSweepClass
msk_sweep_classify (MskCopyState state, gboolean seen, gboolean in_part)
{
  switch (state)
    {
    case MSK_COPY_RETURNED:
      return seen ? MSK_SWEEP_RETURNED : MSK_SWEEP_NOT_SEEN;
    case MSK_COPY_IN_STORE:
      return seen ? MSK_SWEEP_IN_STORE : MSK_SWEEP_NOT_SEEN;
    case MSK_COPY_SPOILED:
      return seen ? MSK_SWEEP_SPOILED : MSK_SWEEP_NOT_SEEN;
    case MSK_COPY_HELD:
      return !seen ? MSK_SWEEP_OUT : in_part ? MSK_SWEEP_IN_PART : MSK_SWEEP_FOUND;
    case MSK_COPY_AWAY:
      return !seen ? MSK_SWEEP_BY_PERMIT : in_part ? MSK_SWEEP_IN_PART : MSK_SWEEP_FOUND;
    case MSK_COPY_VOID:
      return seen ? MSK_SWEEP_FOUND : MSK_SWEEP_VOID;
    case MSK_COPY_DESTROYED:
      return seen ? MSK_SWEEP_FOUND : MSK_SWEEP_DESTROYED;
    case MSK_COPY_MISSING:
      return seen && !in_part ? MSK_SWEEP_FOUND : MSK_SWEEP_MISSING;
    case MSK_COPY_WITH_ORIGINATOR:
      return seen ? MSK_SWEEP_FOUND : MSK_SWEEP_WITH_ORIGINATOR;
    case MSK_COPY_PRINTING:
    default:
      return MSK_SWEEP_IN_PRINT;
    }
}

MskCopyState
msk_sweep_get_found_state (MskCopyState expected, MskCopyState state)
{
  if ((state != MSK_COPY_DESTROYED && state != MSK_COPY_WITH_ORIGINATOR) || expected == state)
    return state;
  if (expected == MSK_COPY_VOID)
    return MSK_COPY_SPOILED;

  /* It was here from the beginning, or turned up and was taken back. */
  return expected == MSK_COPY_IN_STORE || expected == MSK_COPY_SPOILED ? expected
                                                                       : MSK_COPY_RETURNED;
}

gboolean
msk_sweep_class_is_explained (MskSweepClass sweep_class)
{
  return sweep_class <= MSK_SWEEP_MISSING;
}

const char *
msk_sweep_class_get_label (MskSweepClass sweep_class)
{
  g_return_val_if_fail (sweep_class < G_N_ELEMENTS (class_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, class_labels[sweep_class]);
}

char *
msk_sweep_line_dup_number (MskSweepLine *self)
{
  g_return_val_if_fail (MSK_IS_SWEEP_LINE (self), NULL);

  return self->kind == MSK_SWEEP_CARRIER ? g_strdup_printf ("%04u", self->number)
                                         : msk_copy_number_dup_text (self->number);
}

char *
msk_sweep_line_dup_what (MskSweepLine *self)
{
  g_return_val_if_fail (MSK_IS_SWEEP_LINE (self), NULL);

  if (self->kind == MSK_SWEEP_COPY)
    return g_strdup (self->document_number);

  return g_strdup_printf (_ ("%s: %s"), msk_carrier_kind_get_label (self->carrier_kind),
                          self->description);
}
