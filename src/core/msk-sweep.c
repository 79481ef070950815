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
  g_free (self->seat);
  g_free (self->last_act);
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

MskSweepTally *
msk_sweep_tally_new (gint64 paper_id, const char *document_number)
{
  MskSweepTally *self = g_object_new (MSK_TYPE_SWEEP_TALLY, NULL);

  self->paper_id = paper_id;
  self->document_number = g_strdup (document_number);
  return self;
}

void
msk_sweep_tally_add (MskSweepTally *self,
                     MskCopyState expected,
                     MskCopyState state,
                     gboolean seen,
                     gboolean in_part,
                     guint items)
{
  MskSweepClass sweep_class;

  g_return_if_fail (MSK_IS_SWEEP_TALLY (self));

  sweep_class = msk_sweep_classify (msk_sweep_get_found_state (expected, state), seen, in_part);
  self->expected += items;
  self->classes[sweep_class] += items;
  if (seen)
    self->seen += items;
  if (!msk_sweep_class_is_explained (sweep_class))
    self->unexplained += items;
  if (sweep_class == MSK_SWEEP_MISSING)
    self->missing += items;
  if (expected != state && (state == MSK_COPY_RETURNED || state == MSK_COPY_SPOILED))
    self->recovered += items;
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

gboolean
msk_sweep_line_is_open (MskSweepLine *self)
{
  g_return_val_if_fail (MSK_IS_SWEEP_LINE (self), TRUE);

  return !msk_sweep_class_is_explained (self->sweep_class) ||
         self->sweep_class == MSK_SWEEP_MISSING;
}

int
msk_sweep_line_compare (MskSweepLine *self, MskSweepLine *other)
{
  g_return_val_if_fail (MSK_IS_SWEEP_LINE (self) && MSK_IS_SWEEP_LINE (other), 0);

  if (self->kind != other->kind)
    return self->kind == MSK_SWEEP_CARRIER ? 1 : -1;
  if (self->kind == MSK_SWEEP_CARRIER)
    return (self->number > other->number) - (self->number < other->number);

  return msk_copy_number_compare (self->number, other->number);
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
