/* Leave to copy a paper (M6, C1): asked for by one person, decided by another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-approval-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-look-alike.h"
#include "msk-paper-store.h"
#include "msk-print-desk.h"
#include "msk-reproduction-private.h"
#include "msk-request-store.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

/* A day: the organ that decided may lie in another time zone. */
#define CLOCK_TOLERANCE (24 * 60 * 60)

GPtrArray *
msk_approval_desk_list_places (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) printers = msk_print_desk_list_printers (session, error);
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func (g_free);

  if (printers == NULL)
    return NULL;

  for (guint i = 0; i < printers->len; i++)
    {
      const MskDesignatedPrinter *printer = g_ptr_array_index (printers, i);

      if (!g_ptr_array_find_with_equal_func (places, printer->place, g_str_equal, NULL))
        g_ptr_array_add (places, g_strdup (printer->place));
    }
  return g_steal_pointer (&places);
}

/* A place is typed once and can't be changed later: a slip would let nothing be printed. */
static gboolean
check_place (MskSession *session, const char *place, GError **error)
{
  g_autoptr(GPtrArray) places = NULL;

  if (place != NULL && *place == '\0')
    return TRUE;
  places = msk_approval_desk_list_places (session, error);
  if (places == NULL)
    return FALSE;
  if (place != NULL && g_ptr_array_find_with_equal_func (places, place, g_str_equal, NULL))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("No designated printer stands at this place: name a place as the list "
                          "of printers has it, or none."));
  return FALSE;
}

/* C2: a copy that was recalled or lost since is copied no more, whatever was asked. */
static gboolean
check_parent (MskDatabase *database, MskCopyRequest *request, GError **error)
{
  g_autoptr(MskCopy) parent = request->parent == 0
                                   ? NULL
                                   : msk_reproduction_get_parent (database, request->paper_id,
                                                                  request->parent, error);

  return request->parent == 0 || parent != NULL;
}

gint64
msk_approval_desk_request (MskSession *session,
                           gint64 paper_id,
                           const MskCopyRequestDraft *draft,
                           GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCopyRequest) request = msk_copy_request_new ();
  g_autoptr(MskPaper) paper = NULL;

  g_return_val_if_fail (draft != NULL, 0);

  request->paper_id = paper_id;
  request->parent = draft->parent;
  request->copier = draft->parent == 0 ? g_strdup ("") : msk_vetting_dup_field (draft->copier);
  request->copies = draft->copies;
  request->purpose = msk_vetting_dup_field (draft->purpose);
  request->applicant = msk_vetting_dup_field (draft->applicant);
  request->asked_place = msk_vetting_dup_field (draft->place);
  if (!msk_session_begin_moving (session, MSK_ACT_PAPER_REQUEST, &transaction, error))
    return 0;

  paper = msk_paper_store_get (transaction.database, paper_id, error);
  return paper != NULL && msk_paper_check_current (paper, error) &&
                 msk_copy_request_check (request, error) &&
                 check_place (session, request->asked_place, error) &&
                 check_parent (transaction.database, request, error) &&
                 (request->parent == 0 ||
                  msk_reproduction_try_stamp (session, transaction.database, request, error)) &&
                 msk_request_store_insert (&transaction, request, error) &&
                 msk_session_commit (session, &transaction, error)
             ? request->id
             : 0;
}

/* A text as it is kept, or NULL. The fields own it. */
static const char *
clean_field (GPtrArray *fields, const char *text)
{
  char *clean = msk_vetting_dup_field (text);

  g_ptr_array_add (fields, clean);
  return clean;
}

static MskApproval
clean_approval (const MskApproval *approval,
                const MskCopyRequest *request,
                gint64 now,
                GPtrArray *fields)
{
  const gboolean named = approval->place != NULL && *approval->place != '\0';

  return (MskApproval){
    .copies = approval->copies,
    .authority = clean_field (fields, approval->authority),
    .post = clean_field (fields, approval->post),
    .organ = clean_field (fields, approval->organ),
    .standing = approval->standing,
    .reference = clean_field (fields, approval->reference),
    .decided_at = approval->decided_at == 0 ? now : approval->decided_at,
    .place = clean_field (fields, named ? approval->place : request->asked_place),
  };
}

static gboolean
check_date (gint64 decided_at, gint64 now, GError **error)
{
  if (decided_at <= now + CLOCK_TOLERANCE)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_TIME,
                       _ ("This decision lies in the future: correct its date, or the clock."));
  return FALSE;
}

gboolean
msk_approval_desk_approve (MskSession *session,
                           gint64 request_id,
                           const MskApproval *approval,
                           GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(MskCopyRequest) request = NULL;
  g_autoptr(MskPaper) paper = NULL;
  MskApproval clean;

  g_return_val_if_fail (approval != NULL, FALSE);

  if (!msk_session_begin_moving (session, MSK_ACT_PAPER_APPROVE, &transaction, error))
    return FALSE;

  request = msk_request_store_get (transaction.database, request_id, error);
  paper =
      request == NULL ? NULL : msk_paper_store_get (transaction.database, request->paper_id, error);
  if (paper == NULL)
    return FALSE;

  clean = clean_approval (approval, request, transaction.actor.now, fields);
  return msk_copy_request_check_decider (request, transaction.actor.user, clean.authority,
                                         msk_look_alike, error) &&
         msk_paper_check_current (paper, error) &&
         check_parent (transaction.database, request, error) &&
         check_date (clean.decided_at, transaction.actor.now, error) &&
         msk_paper_check_approval (paper, msk_session_get_meeting (session)->scheme, &clean,
                                   error) &&
         msk_copy_request_check_limit (request, clean.copies, error) &&
         check_place (session, clean.place, error) &&
         msk_request_store_approve (&transaction, request, &clean, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_approval_desk_refuse (MskSession *session,
                          gint64 request_id,
                          const char *reason,
                          GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCopyRequest) request = NULL;
  g_autofree char *clean = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_PAPER_REFUSE, &transaction, error))
    return FALSE;

  request = msk_request_store_get (transaction.database, request_id, error);
  clean = request == NULL || !msk_copy_request_check_decider (request, transaction.actor.user, NULL,
                                                              msk_look_alike, error)
              ? NULL
              : msk_vetting_dup_reason (reason, error);
  return clean != NULL && msk_request_store_refuse (&transaction, request, clean, error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_approval_desk_list (MskSession *session, gint64 paper_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_request_store_list (database, paper_id, error);
}

MskCopyRequest *
msk_approval_desk_get (MskSession *session, gint64 request_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_request_store_get (database, request_id, error);
}
