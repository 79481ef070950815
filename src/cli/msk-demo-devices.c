/* The demonstration before the room: measures, the opening, and devices in deposit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-demo-data.h"
#include "msk-demo-run.h"
#include "msk-device-desk.h"
#include "msk-device-scan.h"
#include "msk-device-tags.h"
#include "msk-measure-desk.h"
#include "msk-verdict-error.h"
#include "msk-vetting-desk.h"

#define DEVICES 3

static const MskDeviceKind kinds[DEVICES] = { MSK_DEVICE_PHONE, MSK_DEVICE_WATCH,
                                              MSK_DEVICE_CAR_KEY };

static gboolean
agree (MskDemoRun *self, MskDepartment department, const char *organ, GError **error)
{
  const MskLiaisonDraft draft = { department,
                                  organ,
                                  MSK_DEMO_LIAISON_CONTACT,
                                  msk_session_get_now (self->session),
                                  MSK_DEMO_LIAISON_AGREED,
                                  "" };

  return msk_measure_desk_add_liaison (self->session, &draft, error) != 0;
}

/* Every mandatory one of a phase, as done. */
static gboolean
record_measures (MskDemoRun *self, MskMeasurePhase phase, guint *count, GError **error)
{
  g_autoptr(MskChecklist) checklist = msk_measure_desk_get_checklist (self->session, phase, error);
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  const MskMeasureDraft draft = { NULL, MSK_MEASURE_DONE, MSK_DEMO_APPLICANT,
                                  msk_session_get_now (self->session), MSK_DEMO_MEASURE_EVIDENCE };

  if (checklist == NULL)
    return FALSE;

  for (guint i = 0; i < checklist->measures->len; i++)
    {
      MskMeasure *measure = g_ptr_array_index (checklist->measures, i);

      if (measure->mandatory)
        g_ptr_array_add (ids, measure->id);
    }
  *count = ids->len;
  g_ptr_array_add (ids, NULL);
  return msk_measure_desk_record_all (self->session, (const char *const *) ids->pdata, &draft,
                                      error);
}

gboolean
msk_demo_run_measures (MskDemoRun *self, GError **error)
{
  if (!agree (self, MSK_DEPARTMENT_GUARD, MSK_DEMO_GUARD_ORGAN, error) ||
      !agree (self, MSK_DEPARTMENT_SECRECY, MSK_DEMO_SECRECY_ORGAN, error) ||
      !record_measures (self, MSK_MEASURE_PHASE_BEFORE, &self->measures, error))
    return FALSE;

  msk_cli_say (self->cli,
               _ ("Organiser: guard and secrecy departments contacted, %u mandatory measures "
                  "recorded."),
               self->measures);
  return TRUE;
}

gboolean
msk_demo_run_venue_check (MskDemoRun *self, GError **error)
{
  guint count;

  if (!record_measures (self, MSK_MEASURE_PHASE_AFTER, &count, error))
    return FALSE;

  msk_cli_say (self->cli, _ ("Security officer: %u zones and things of the venue looked through."),
               count);
  return TRUE;
}

gboolean
msk_demo_run_open (MskDemoRun *self, GError **error)
{
  if (!msk_measure_desk_open_meeting (self->session, error))
    return FALSE;

  self->opened = TRUE;
  msk_cli_say (self->cli, _ ("Responsible leader: the meeting is open."));
  return TRUE;
}

static gboolean
scan (MskDeviceScan *desk, const char *code, GError **error)
{
  g_autoptr(MskVerdict) verdict = code != NULL ? msk_device_scan_take (desk, code, error) : NULL;

  return verdict != NULL && msk_verdict_check (verdict, error);
}

static gboolean
scan_tag (MskDemoRun *self, MskDeviceScan *desk, guint number, GError **error)
{
  g_autofree char *code = msk_device_tags_dup_code (self->session, number, error);

  return scan (desk, code, error);
}

/* Some hand something in; all others say that they have nothing. */
static gboolean
declare (MskDemoRun *self, GArray *numbers, GError **error)
{
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (self->session, error);

  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      MskAttendee *person = g_ptr_array_index (people, i);
      guint number;

      if (!msk_attendee_check_admissible (person, NULL))
        continue;
      if (numbers->len < DEVICES)
        {
          const MskDeviceDraft draft = { person->id, kinds[numbers->len], "", MSK_DEMO_SHELF, 0 };

          number = msk_device_desk_declare (self->session, &draft, error);
          if (number == 0)
            return FALSE;
          g_array_append_val (numbers, number);
        }
      else if (!msk_device_desk_answer_none (self->session, person->id, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
msk_demo_run_deposit (MskDemoRun *self, GError **error)
{
  g_autoptr(MskDeviceScan) desk = msk_device_scan_new (self->session, MSK_DEVICE_SCAN_DEPOSIT);
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  MskPrintResult result;

  if (!declare (self, numbers, error) ||
      !msk_device_tags_print (self->session, numbers, MSK_DEMO_PRINTER, &result, NULL, error) ||
      !msk_demo_run_take_files (self, "tag", error))
    return FALSE;

  for (guint i = 0; i < numbers->len; i++)
    if (!scan_tag (self, desk, g_array_index (numbers, guint, i), error))
      return FALSE;

  self->devices = numbers->len;
  msk_cli_say (self->cli, _ ("Desk clerk: %u devices in deposit."), self->devices);
  return TRUE;
}

gboolean
msk_demo_run_give_back (MskDemoRun *self, GError **error)
{
  g_autoptr(MskDeviceScan) desk = msk_device_scan_new (self->session, MSK_DEVICE_SCAN_RETURN);

  for (guint number = 1; number <= self->devices; number++)
    {
      g_autoptr(MskDevice) device = msk_device_desk_get (self->session, number, error);
      g_autofree char *badge =
          device == NULL
              ? NULL
              : msk_vetting_desk_dup_badge_code (self->session, device->attendee_id, error);

      if (badge == NULL || !scan_tag (self, desk, number, error) || !scan (desk, badge, error))
        return FALSE;
    }

  msk_cli_say (self->cli, _ ("Desk clerk: %u devices given back to their owners."), self->devices);
  return TRUE;
}
