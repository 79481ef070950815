/* The forms about permits to take copies away (R3, R2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-permit-ask.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-fields-form.h"
#include "msk-find-person.h"
#include "msk-permit-desk.h"
#include "msk-time-text.h"

static gboolean
grant (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  MskSession *session = msk_page_get_session (page);
  MskPermitDraft draft = { .registry = values[2],
                           .authority = values[3],
                           .reference = values[4],
                           .bearer = values[6],
                           .second = values[7] };
  guint number;

  if (!msk_copy_number_parse (values[0], &number))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("This is no copy number: enter it as it stands on the sheets, such "
                              "as 000014 or 000014/1."));
      return FALSE;
    }

  draft.keeper_id = msk_find_person (session, values[1], error);
  return draft.keeper_id != 0 && msk_time_text_parse (values[5], &draft.deadline_at, error) &&
         msk_permit_desk_grant (session, number, &draft, error) != 0;
}

void
msk_permit_ask_grant (MskPage *page)
{
  const char *const fields[] = {
    _ ("Copy _number"),
    _ ("_Keeper: name, and unit if needed"),
    _ ("Home _registry"),
    _ ("Permitted _by: full name"),
    _ ("Re_ference of the permit"),
    _ ("_Deadline, such as 2026-03-01 09:00"),
    _ ("_Carried by, if not by the keeper: full name"),
    _ ("_And by: full name, always for top secret"),
    NULL,
  };
  const MskFieldsWords words = {
    _ ("Permit to Take Away"),
    _ ("The keeper answers for the copy outside, and the home registry sends a return receipt by "
       "the deadline."),
    _ ("_Permit"), fields, grant
  };

  msk_fields_form_open (page, &words, NULL, NULL, NULL);
}

static gboolean
take (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  return msk_permit_desk_take (msk_page_get_session (page), MSK_PERMIT (data)->id, values[0],
                               values[1], error);
}

void
msk_permit_ask_take (MskPage *page, const MskPermit *permit)
{
  const char *const fields[] = { _ ("_Carried by: full name"), _ ("_And by: full name"), NULL };
  const char *const initial[] = { permit->named_bearer, permit->named_second, NULL };
  g_autofree char *number = msk_copy_number_dup_text (permit->number);
  g_autofree char *explanation =
      g_strdup_printf (permit->level >= MSK_LEVEL_TOP_SECRET
                           ? _ ("Copy %s is top secret: two named people carry it together.")
                           : _ ("Copy %s leaves with whom the permit names."),
                       number);
  const MskFieldsWords words = { _ ("Hand Over"), explanation, _ ("_Hand Over"), fields, take };

  msk_fields_form_open (page, &words, initial, g_object_ref ((gpointer) permit), g_object_unref);
}

static gboolean
enter_receipt (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  return msk_permit_desk_enter_receipt (msk_page_get_session (page), MSK_PERMIT (data)->id,
                                        values[0], values[1], error);
}

void
msk_permit_ask_receipt (MskPage *page, const MskPermit *permit)
{
  const char *const fields[] = { _ ("_Reference of the receipt"), _ ("_Signed by: full name"),
                                 NULL };
  g_autofree char *number = msk_copy_number_dup_text (permit->number);
  g_autofree char *explanation = g_strdup_printf (_ ("The receipt of %s for copy %s closes the "
                                                     "permit. A copy that comes back instead is "
                                                     "scanned at the returns."),
                                                  permit->registry, number);
  const MskFieldsWords words = { _ ("Return Receipt"), explanation, _ ("_Enter"), fields,
                                 enter_receipt };

  msk_fields_form_open (page, &words, NULL, g_object_ref ((gpointer) permit), g_object_unref);
}
