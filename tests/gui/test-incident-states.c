/* What the page of incidents offers to whom, and how urgent each looks.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-incident-state.h"

#define FOUND G_GINT64_CONSTANT (1800000000)
#define DAY G_GINT64_CONSTANT (86400)

static MskIncident *
make_incident (void)
{
  MskIncident *incident = msk_incident_new ();

  incident->kind = MSK_INCIDENT_MISSING;
  incident->level = MSK_LEVEL_TOP_SECRET;
  incident->text = g_strdup ("what happened");
  incident->report_due_at = FOUND + DAY;
  incident->leak_due_at = FOUND + 10 * DAY;
  incident->result_due_at = FOUND + 90 * DAY;
  return incident;
}

static void
test_offers (void)
{
  static const struct
  {
    MskRole role;
    gboolean open;
    gboolean write; /* tell, too */
    gboolean close;
    gboolean report;
  } rows[] = {
    { MSK_ROLE_ORGANISER, FALSE, FALSE, FALSE, TRUE },
    { MSK_ROLE_RESPONSIBLE_LEADER, TRUE, TRUE, FALSE, TRUE },
    { MSK_ROLE_DESK_CLERK, TRUE, FALSE, FALSE, FALSE },
    { MSK_ROLE_SECURITY_OFFICER, TRUE, TRUE, TRUE, TRUE },
    { MSK_ROLE_AUDITOR, FALSE, FALSE, FALSE, TRUE },
  };
  g_autoptr(MskIncident) incident = make_incident ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MskIncidentState state = msk_incident_state_make (rows[i].role, incident);

      g_test_message ("row %u", i);
      g_assert_cmpint (state.can_open, ==, rows[i].open);
      g_assert_cmpint (state.can_tell, ==, rows[i].write);
      g_assert_cmpint (state.can_write, ==, rows[i].write);
      g_assert_cmpint (state.can_close, ==, rows[i].close);
      g_assert_cmpint (state.can_report, ==, rows[i].report);

      /* Nothing of one when none is chosen. */
      state = msk_incident_state_make (rows[i].role, NULL);
      g_assert_cmpint (state.can_open, ==, rows[i].open);
      g_assert_false (state.can_tell || state.can_write || state.can_close || state.can_report);
    }

  incident->is_closed = TRUE;
  g_assert_false (msk_incident_state_make (MSK_ROLE_SECURITY_OFFICER, incident).can_write);
  g_assert_false (msk_incident_state_make (MSK_ROLE_SECURITY_OFFICER, incident).can_close);
  g_assert_true (msk_incident_state_make (MSK_ROLE_SECURITY_OFFICER, incident).can_report);
}

static void
test_looks (void)
{
  g_autoptr(MskIncident) incident = make_incident ();

  g_assert_cmpstr (msk_incident_state_look_of (incident, FOUND).css_class, ==, "accent");
  g_assert_cmpstr (msk_incident_state_look_of (incident, FOUND + DAY).css_class, ==, "warning");
  g_assert_cmpstr (msk_incident_state_look_of (incident, FOUND + DAY + 1).css_class, ==, "error");
  /* Reported late is late, and asks for nothing more. */
  incident->is_reported = TRUE;
  incident->reported_at = FOUND + 2 * DAY;
  g_assert_cmpstr (msk_incident_state_look_of (incident, FOUND + 2 * DAY).css_class, ==, "accent");
  incident->is_closed = TRUE;
  g_assert_cmpstr (msk_incident_state_look_of (incident, FOUND + 99 * DAY).css_class, ==,
                   "success");
}

static void
test_next_step (void)
{
  g_autoptr(MskIncident) incident = make_incident ();
  g_autofree char *none = msk_incident_state_dup_next_step (NULL);
  g_autofree char *told = msk_incident_state_dup_next_step (incident);
  g_autofree char *missing = NULL;
  g_autofree char *whole = NULL;

  g_assert_cmpstr (none, !=, "");
  g_assert_nonnull (strstr (told, "secrecy department"));
  incident->is_reported = TRUE;
  incident->written = ((1u << MSK_HEADING_N_NEEDED) - 1) & ~(1u << MSK_HEADING_TAUGHT);
  missing = msk_incident_state_dup_next_step (incident);
  g_assert_cmpstr (missing, ==, "Not on record yet: people taught.");
  incident->written |= 1u << MSK_HEADING_TAUGHT;
  whole = msk_incident_state_dup_next_step (incident);
  g_assert_nonnull (strstr (whole, "security officer closes it"));
}

static void
test_record (void)
{
  g_autoptr(MskIncident) incident = make_incident ();
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;

  for (guint version = 1; version <= 2; version++)
    {
      MskIncidentEntry *entry = msk_incident_entry_new ();

      entry->heading = MSK_HEADING_CAUSE;
      entry->version = version;
      entry->text = g_strdup (version == 1 ? "first guess" : "door unlocked");
      g_ptr_array_add (entries, entry);
    }
  text = msk_incident_state_dup_record (incident, entries, reports);
  g_assert_true (g_str_has_prefix (text, "what happened\n"));
  g_assert_nonnull (strstr (text, "cause found\ndoor unlocked\n"));
  g_assert_null (strstr (text, "first guess"));
  g_assert_nonnull (strstr (text, "remedies\nNot on record yet.\n"));
  g_assert_null (strstr (text, "found again"));
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gui/incidents/what-is-offered-to-whom", test_offers);
  g_test_add_func ("/gui/incidents/the-worst-clock-is-seen", test_looks);
  g_test_add_func ("/gui/incidents/the-next-step-is-told", test_next_step);
  g_test_add_func ("/gui/incidents/the-newest-text-stands", test_record);
  return g_test_run ();
}
