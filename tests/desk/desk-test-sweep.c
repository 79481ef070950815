/* What the tests of the desk share about the end of a meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-measure-desk.h"
#include "msk-session-private.h"
#include "msk-sweep-count-desk.h"
#include "msk-sweep-count-store.h"

#include "desk-test.h"

void
desk_test_check_venue (DeskTest *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskChecklist) checklist =
                 msk_measure_desk_get_checklist (self->session, MSK_MEASURE_PHASE_AFTER, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < checklist->measures->len; i++)
    {
      const MskMeasure *measure = g_ptr_array_index (checklist->measures, i);
      const MskMeasureDraft draft = { measure->id, MSK_MEASURE_DONE, "陈立",
                                      msk_session_get_now (self->session), "逐处检查" };

      if (measure->mandatory)
        g_assert_true (msk_measure_desk_record (self->session, &draft, &error));
      g_assert_no_error (error);
    }
}

static void
count_as_register (DeskTest *self, MskRole role, MskSweepCountStanding *standing)
{
  g_autoptr(GArray) figures = NULL;
  g_autoptr(GError) error = NULL;

  desk_test_sign_in (self, role);
  figures =
      msk_sweep_count_store_expect (msk_session_require_meeting (self->session,
                                                                 MSK_ACT_MEETING_READ, &error),
                                    &error);
  g_assert_no_error (error);
  for (guint i = 0; i < figures->len; i++)
    {
      MskSweepFigure *figure = &g_array_index (figures, MskSweepFigure, i);

      figure->counted = figure->expected;
    }
  g_assert_true (msk_sweep_count_desk_add (self->session, figures, standing, &error));
  g_assert_no_error (error);
}

void
desk_test_count_blind (DeskTest *self)
{
  MskSweepCountStanding standing;

  count_as_register (self, MSK_ROLE_RESPONSIBLE_LEADER, &standing);
  g_assert_cmpint (standing, ==, MSK_SWEEP_COUNTS_ONE);
  count_as_register (self, MSK_ROLE_SECURITY_OFFICER, &standing);
  g_assert_cmpint (standing, ==, MSK_SWEEP_COUNTS_AGREE);
}

gboolean
desk_test_sign_sweep_as (DeskTest *self, const char *user, const char *passphrase, GError **error)
{
  g_autoptr(MskCosigner) cosigner =
                 msk_cosigner_sign_in (self->session, user, passphrase, MSK_ACT_SWEEP_SIGN, error);

  return cosigner != NULL && msk_sweep_desk_sign_beside (self->session, cosigner, error);
}
