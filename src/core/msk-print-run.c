/* One run of a printer, and the blind count of its sheets.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-print-run.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MskPrintRun, msk_print_run, G_TYPE_OBJECT)

static const char *const standing_labels[] = {
  [MSK_COUNT_NOT_NEEDED] = N_ ("nothing to count"),
  [MSK_COUNT_WAITING] = N_ ("to be counted"),
  [MSK_COUNT_AGAIN] = N_ ("to be counted again"),
  [MSK_COUNT_OPEN] = N_ ("differs, to be explained"),
  [MSK_COUNT_AGREED] = N_ ("count agrees"),
  [MSK_COUNT_EXPLAINED] = N_ ("difference explained"),
};

static const char *const spool_labels[] = {
  [MSK_SPOOL_UNKNOWN] = N_ ("not looked at"),
  [MSK_SPOOL_EMPTY] = N_ ("empty"),
  [MSK_SPOOL_LEFT] = N_ ("something was left"),
  [MSK_SPOOL_NO_JOB] = N_ ("no job left, perhaps a file"),
};

static void
msk_print_run_finalize (GObject *object)
{
  MskPrintRun *self = MSK_PRINT_RUN (object);

  g_free (self->document_number);
  g_free (self->printer);
  g_free (self->place);
  g_free (self->started_by);
  g_free (self->traces);
  g_free (self->explained_by);
  g_free (self->explanation);

  G_OBJECT_CLASS (msk_print_run_parent_class)->finalize (object);
}

static void
msk_print_run_class_init (MskPrintRunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_print_run_finalize;
}

static void
msk_print_run_init (MskPrintRun *self)
{
}

MskPrintRun *
msk_print_run_new (void)
{
  return g_object_new (MSK_TYPE_PRINT_RUN, NULL);
}

MskCountStanding
msk_print_run_get_standing (MskPrintRun *self)
{
  g_return_val_if_fail (MSK_IS_PRINT_RUN (self), MSK_COUNT_WAITING);

  if (!self->on_paper || self->sent == 0)
    return MSK_COUNT_NOT_NEEDED;
  if (self->counts > 0 && self->counted == self->expected)
    return MSK_COUNT_AGREED;
  if (self->explained_at != 0)
    return MSK_COUNT_EXPLAINED;
  if (self->counts == 0)
    return MSK_COUNT_WAITING;

  return self->counts < MSK_COUNTS_BLIND ? MSK_COUNT_AGAIN : MSK_COUNT_OPEN;
}

gboolean
msk_print_run_may_tell (MskPrintRun *self)
{
  const MskCountStanding standing = msk_print_run_get_standing (self);

  return standing == MSK_COUNT_OPEN || standing == MSK_COUNT_AGREED ||
         standing == MSK_COUNT_EXPLAINED;
}

gboolean
msk_print_run_is_settled (MskPrintRun *self)
{
  const MskCountStanding standing = msk_print_run_get_standing (self);

  return standing == MSK_COUNT_NOT_NEEDED || standing == MSK_COUNT_AGREED ||
         standing == MSK_COUNT_EXPLAINED;
}

gboolean
msk_print_run_may_still_print (MskPrintRun *self)
{
  g_return_val_if_fail (MSK_IS_PRINT_RUN (self), TRUE);

  return self->on_paper && (self->spool == MSK_SPOOL_UNKNOWN || self->spool == MSK_SPOOL_LEFT);
}

guint
msk_print_run_count_sheets (guint pages, gboolean two_sided)
{
  return two_sided ? pages / 2 + pages % 2 : pages;
}

const char *
msk_count_standing_get_label (MskCountStanding standing)
{
  g_return_val_if_fail (standing < G_N_ELEMENTS (standing_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, standing_labels[standing]);
}

const char *
msk_spool_get_label (MskSpool spool)
{
  g_return_val_if_fail (spool < G_N_ELEMENTS (spool_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, spool_labels[spool]);
}
