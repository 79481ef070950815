/* What incidents stand in the register, for the tests of what opens them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "incident-test.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-incident-desk.h"

void
incident_test_assert (DeskTest *test, const char *wanted)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) incidents = msk_incident_desk_list (test->session, &error);
  g_autoptr(GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < incidents->len; i++)
    {
      MskIncident *incident = g_ptr_array_index (incidents, i);

      g_string_append_printf (found, "%s %s\n",
                              msk_enum_get_name (MSK_TYPE_INCIDENT_KIND, (int) incident->kind),
                              incident->subject);
    }
  g_assert_cmpstr (found->str, ==, wanted);
}

guint
incident_test_count (DeskTest *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) incidents = msk_incident_desk_list (test->session, &error);

  g_assert_no_error (error);
  return incidents->len;
}
