/* A request to copy a paper, and what was decided on it (M6, C1), as it stood when it was read from
 * the register. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copy-request.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskCopyRequest, msk_copy_request, G_TYPE_OBJECT)

static const char *const labels[] = {
  [MSK_REQUEST_OPEN] = N_ ("waits for a decision"),
  [MSK_REQUEST_APPROVED] = N_ ("copying approved"),
  [MSK_REQUEST_REFUSED] = N_ ("copying refused"),
};

static void
msk_copy_request_finalize (GObject *object)
{
  MskCopyRequest *self = MSK_COPY_REQUEST (object);

  g_free (self->document_number);
  g_free (self->copier);
  g_free (self->purpose);
  g_free (self->applicant);
  g_free (self->asked_place);
  g_free (self->requested_by);
  g_free (self->place);
  g_free (self->authority);
  g_free (self->post);
  g_free (self->organ);
  g_free (self->reference);
  g_free (self->reason);
  g_free (self->recorded_by);

  G_OBJECT_CLASS (msk_copy_request_parent_class)->finalize (object);
}

static void
msk_copy_request_class_init (MskCopyRequestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_copy_request_finalize;
}

static void
msk_copy_request_init (MskCopyRequest *self)
{
}

MskCopyRequest *
msk_copy_request_new (void)
{
  return g_object_new (MSK_TYPE_COPY_REQUEST, NULL);
}

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

gboolean
msk_copy_request_check (MskCopyRequest *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_COPY_REQUEST (self), FALSE);

  if (self->copies > MSK_PAPER_APPROVED_MAX)
    {
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                   _ ("A request is for at most %u copies: correct the number."),
                   MSK_PAPER_APPROVED_MAX);
      return FALSE;
    }
  if (self->parent != 0 &&
      (!is_filled (self->copier) || g_utf8_strlen (self->copier, -1) > MSK_COPIER_MAX_CHARS))
    {
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                   _ ("A copy of a copy carries the name of the organ that makes it: give it in "
                      "one line of at most %u characters."),
                   MSK_COPIER_MAX_CHARS);
      return FALSE;
    }
  if (self->copies > 0 && is_filled (self->purpose) && self->applicant != NULL &&
      msk_name_has_letter (self->applicant) && self->asked_place != NULL)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("A request says how many copies, what for, and the full name of who "
                          "asks, each on one line: fill in all three."));
  return FALSE;
}

gboolean
msk_copy_request_check_decider (MskCopyRequest *self,
                                const char *account,
                                const char *person,
                                MskNamePair alike,
                                GError **error)
{
  g_return_val_if_fail (MSK_IS_COPY_REQUEST (self) && account != NULL && alike != NULL, FALSE);

  if (self->state != MSK_REQUEST_OPEN)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_DECIDED,
                           _ ("This request is decided already: for further copies make a new "
                              "request."));
      return FALSE;
    }
  if (g_strcmp0 (account, self->requested_by) != 0 &&
      (person == NULL || !alike (person, self->applicant)))
    return TRUE;

  g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON,
                       _ ("Nobody decides on their own request: have the authority for the "
                          "paper's level decide, and somebody else record it."));
  return FALSE;
}

gboolean
msk_copy_request_check_limit (MskCopyRequest *self, guint copies, GError **error)
{
  g_return_val_if_fail (MSK_IS_COPY_REQUEST (self), FALSE);

  if (copies <= self->copies)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BEYOND_REQUEST,
               _ ("Only %u copies were asked for: approve no more than that, or have a request "
                  "made for more."),
               self->copies);
  return FALSE;
}

gboolean
msk_copy_request_covers (MskCopyRequest *self, guint parent)
{
  g_return_val_if_fail (MSK_IS_COPY_REQUEST (self), FALSE);

  return self->state == MSK_REQUEST_APPROVED && self->parent == parent;
}

guint
msk_copy_request_get_room (MskCopyRequest *self)
{
  g_return_val_if_fail (MSK_IS_COPY_REQUEST (self), 0);

  return self->granted > self->live ? self->granted - self->live : 0;
}

const char *
msk_request_state_get_label (MskRequestState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (labels), "");

  return g_dgettext (GETTEXT_PACKAGE, labels[state]);
}
