/* Clearing the printing system of what earlier runs left in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-spool-clearance.h"

#include "msk-error.h"
#include "msk-print-run-store.h"

typedef struct
{
  gint64 id;
  char *left; /* what removes the file that may lie beside the jobs, or "" */
  GStrv references;

  gboolean asked;
  MskSpool spool;
  char *traces;
} Errand;

struct _MskSpoolClearance
{
  GPtrArray *errands;
};

static void
free_errand (gpointer data)
{
  Errand *errand = data;

  g_strfreev (errand->references);
  g_free (errand->left);
  g_free (errand->traces);
  g_free (errand);
}

static gboolean
add_errand (MskSpoolClearance *self, MskDatabase *database, MskPrintRun *run, GError **error)
{
  g_autoptr(GArray) serials = msk_print_run_store_list_serials (database, run->id, error);
  g_autoptr(GStrvBuilder) references = g_strv_builder_new ();
  Errand *errand;

  if (serials == NULL)
    return FALSE;

  for (guint i = 0; i < serials->len; i++)
    {
      g_autofree char *reference = msk_printer_dup_reference (g_array_index (serials, gint64, i));

      g_strv_builder_add (references, reference);
    }

  errand = g_new0 (Errand, 1);
  errand->id = run->id;
  errand->left = g_strdup (run->traces);
  errand->references = g_strv_builder_end (references);
  g_ptr_array_add (self->errands, errand);
  return TRUE;
}

MskSpoolClearance *
msk_spool_clearance_new (MskDatabase *database, const char *printer, gint64 run_id, GError **error)
{
  g_autoptr(GPtrArray) runs = msk_print_run_store_list (database, error);
  g_autoptr(MskSpoolClearance) self = NULL;

  if (runs == NULL)
    return NULL;

  self = g_new0 (MskSpoolClearance, 1);
  self->errands = g_ptr_array_new_with_free_func (free_errand);
  for (guint i = 0; i < runs->len; i++)
    {
      MskPrintRun *run = g_ptr_array_index (runs, i);

      if (msk_print_run_may_still_print (run) && (run_id == 0 || run->id == run_id) &&
          g_str_equal (run->printer, printer) && !add_errand (self, database, run, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

void
msk_spool_clearance_free (MskSpoolClearance *self)
{
  g_ptr_array_unref (self->errands);
  g_free (self);
}

/* One run stops with one job at most whose fate is unknown. When the printing system still knew it
 * and took it away, nothing is left; when it knew none, a crash may have made it forget a job whose
 * file it keeps. */
static gboolean
perform (Errand *errand, MskPrinter *printer, GError **error)
{
  guint removed = 0;
  gboolean cleared = msk_printer_clear (printer, (const char *const *) errand->references, &removed,
                                        &errand->traces, error);

  errand->asked = cleared || errand->traces != NULL;
  errand->spool = !cleared                               ? MSK_SPOOL_LEFT
                  : removed > 0 && *errand->left == '\0' ? MSK_SPOOL_EMPTY
                                                         : MSK_SPOOL_NO_JOB;
  return cleared;
}

gboolean
msk_spool_clearance_clear_reports (MskPrinter *printer, GError **error)
{
  static const char *const no_copies[] = { NULL };
  g_autofree char *traces = NULL;
  guint removed;

  return msk_printer_clear (printer, no_copies, &removed, &traces, error);
}

gboolean
msk_spool_clearance_perform (MskSpoolClearance *self, MskPrinter *printer, GError **error)
{
  for (guint i = 0; i < self->errands->len; i++)
    if (!perform (g_ptr_array_index (self->errands, i), printer, error))
      return FALSE;

  /* Each run that was cleared took them along. */
  return self->errands->len > 0 || msk_spool_clearance_clear_reports (printer, error);
}

gboolean
msk_spool_clearance_has_answer (MskSpoolClearance *self)
{
  for (guint i = 0; i < self->errands->len; i++)
    if (((const Errand *) g_ptr_array_index (self->errands, i))->asked)
      return TRUE;

  return FALSE;
}

gboolean
msk_spool_clearance_record (MskSpoolClearance *self, MskTransaction *transaction, GError **error)
{
  for (guint i = 0; i < self->errands->len; i++)
    {
      const Errand *errand = g_ptr_array_index (self->errands, i);
      /* What was said about a file stays true when no job is left. */
      const char *traces = errand->traces != NULL ? errand->traces : errand->left;

      if (errand->asked &&
          !msk_print_run_store_clear (transaction, errand->id, errand->spool, traces, error))
        return FALSE;
    }

  return TRUE;
}
