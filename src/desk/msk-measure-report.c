/* Measures, liaison and devices on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-measure-report.h"

#include <glib/gi18n-lib.h>

#include "msk-device-desk.h"
#include "msk-measure-desk.h"
#include "msk-report-desk-private.h"

/* What is open has empty cells, to be filled in by hand. */
static void
add_measure_row (GPtrArray *cells, MskMeasure *measure)
{
  const gboolean open = measure->outcome == MSK_MEASURE_OPEN && measure->recorded_at == 0;

  g_ptr_array_add (cells, measure->mandatory ? g_strdup_printf ("* %s", measure->text)
                                             : g_strdup (measure->text));
  g_ptr_array_add (cells, g_strdup (open ? "" : msk_measure_outcome_get_label (measure->outcome)));
  g_ptr_array_add (cells, g_strdup (measure->done_by));
  g_ptr_array_add (cells, msk_report_desk_dup_time (measure->done_at));
  g_ptr_array_add (cells, g_strdup (measure->evidence));
  g_ptr_array_add (cells, g_strdup (measure->recorded_by));
}

static void
add_area (MskReport *report, MskMeasureArea area, GPtrArray *cells)
{
  const MskReportColumn columns[] = {
    { _ ("Measure (* mandatory)"), 38, FALSE },
    { _ ("State"), 11, FALSE },
    { _ ("Who"), 12, FALSE },
    { _ ("When"), 12, FALSE },
    { _ ("What shows it"), 17, FALSE },
    { _ ("Recorded by"), 10, FALSE },
  };

  if (cells->len == 0)
    return;

  msk_report_add_heading (report, msk_measure_area_get_label (area));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  g_ptr_array_set_size (cells, 0);
}

static gboolean
add_opening (MskReport *report, MskSession *session, MskChecklist *checklist, GError **error)
{
  g_autofree char *opened_by = NULL;
  g_autofree char *at = NULL;
  g_autofree char *text = NULL;
  gint64 opened_at;

  if (!msk_measure_desk_get_opening (session, &opened_at, &opened_by, error))
    return FALSE;

  at = msk_report_desk_dup_time (opened_at);
  text = opened_at != 0 ? g_strdup_printf (_ ("Opened: %s, by %s."), at, opened_by)
                        : g_strdup_printf (_ ("Not opened. Mandatory measures that are open: %u."),
                                           msk_measure_count_open (checklist->measures));
  msk_report_add_paragraph (report, text);
  return TRUE;
}

/* Area by area, with the version that is in force for the meeting. */
static void
add_checklist (MskReport *report, MskChecklist *checklist)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *version =
      g_strdup_printf (_ ("Version of the checklist: %u."), checklist->version);

  msk_report_add_paragraph (report, version);
  for (MskMeasureArea area = 0; area < MSK_MEASURE_N_AREAS; area++)
    {
      for (guint i = 0; i < checklist->measures->len; i++)
        {
          MskMeasure *measure = g_ptr_array_index (checklist->measures, i);

          if (measure->area == area)
            add_measure_row (cells, measure);
        }
      add_area (report, area, cells);
    }
}

gboolean
msk_measure_report_add_measures (MskReport *report, MskSession *session, GError **error)
{
  g_autoptr(MskChecklist) checklist =
                 msk_measure_desk_get_checklist (session, MSK_MEASURE_PHASE_BEFORE, error);
  const MskReportSigner signers[] = { { _ ("Organiser"), NULL },
                                      { _ ("Security officer"), NULL },
                                      { _ ("Responsible leader"), NULL } };

  if (checklist == NULL || !add_opening (report, session, checklist, error))
    return FALSE;

  add_checklist (report, checklist);
  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  return TRUE;
}

gboolean
msk_measure_report_add_venue_check (MskReport *report, MskSession *session, GError **error)
{
  g_autoptr(MskChecklist) checklist =
                 msk_measure_desk_get_checklist (session, MSK_MEASURE_PHASE_AFTER, error);
  const MskReportSigner signers[] = { { _ ("First person"), NULL },
                                      { _ ("Second person"), NULL },
                                      { _ ("Security officer"), NULL } };
  g_autofree char *standing = NULL;

  if (checklist == NULL)
    return FALSE;

  standing = g_strdup_printf (_ ("Mandatory lines that are open: %u."),
                              msk_measure_count_open (checklist->measures));
  msk_report_add_paragraph (report, standing);
  add_checklist (report, checklist);
  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  return TRUE;
}

gboolean
msk_measure_report_add_liaison (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Department"), 13, FALSE }, { _ ("Name"), 20, FALSE },   { _ ("Person there"), 14, FALSE },
    { _ ("When"), 13, FALSE },       { _ ("Agreed"), 28, FALSE }, { _ ("Reference"), 12, FALSE },
  };
  g_autoptr(GPtrArray) liaisons = msk_measure_desk_list_liaisons (session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (liaisons == NULL)
    return FALSE;

  for (guint i = 0; i < liaisons->len; i++)
    {
      const MskLiaison *one = g_ptr_array_index (liaisons, i);

      g_ptr_array_add (cells, g_strdup (msk_department_get_label (one->department)));
      g_ptr_array_add (cells, g_strdup (one->organ));
      g_ptr_array_add (cells, g_strdup (one->contact));
      g_ptr_array_add (cells, msk_report_desk_dup_time (one->at));
      g_ptr_array_add (cells, g_strdup (one->agreed));
      g_ptr_array_add (cells, g_strdup (one->reference));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

gboolean
msk_measure_report_add_devices (MskReport *report,
                                MskSession *session,
                                gboolean only_unclaimed,
                                GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Number"), 9, FALSE }, { _ ("Kind"), 14, FALSE },  { _ ("What it is"), 17, FALSE },
    { _ ("Shelf"), 11, FALSE }, { _ ("State"), 13, FALSE }, { _ ("Owner"), 12, FALSE },
    { _ ("Unit"), 12, FALSE },  { _ ("Since"), 12, FALSE },
  };
  g_autoptr(GPtrArray) devices = only_unclaimed ? msk_device_desk_list_unclaimed (session, error)
                                                 : msk_device_desk_list (session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (devices == NULL)
    return FALSE;

  for (guint i = 0; i < devices->len; i++)
    {
      const MskDevice *device = g_ptr_array_index (devices, i);

      g_ptr_array_add (cells, g_strdup_printf ("%05u", device->number));
      g_ptr_array_add (cells, g_strdup (msk_device_kind_get_label (device->kind)));
      g_ptr_array_add (cells, g_strdup (device->description));
      g_ptr_array_add (cells, g_strdup (device->shelf));
      g_ptr_array_add (cells, g_strdup (msk_device_state_get_label (device->state)));
      g_ptr_array_add (cells, g_strdup (device->owner));
      g_ptr_array_add (cells, g_strdup (device->unit));
      g_ptr_array_add (cells, msk_report_desk_dup_time (device->changed_at));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}
