/* A request to copy a paper, and what was decided on it (M6, C1), as it stood when it was read from
 * the register. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy-number.h"
#include "msk-name.h"
#include "msk-paper.h"

G_BEGIN_DECLS

/* What fits on a page beside its other marks. */
#define MSK_COPIER_MAX_CHARS 40u

typedef enum
{
  MSK_REQUEST_OPEN,
  MSK_REQUEST_APPROVED,
  MSK_REQUEST_REFUSED,
} MskRequestState;

#define MSK_TYPE_COPY_REQUEST (msk_copy_request_get_type ())
G_DECLARE_FINAL_TYPE (MskCopyRequest, msk_copy_request, MSK, COPY_REQUEST, GObject)

struct _MskCopyRequest
{
  GObject parent_instance;

  gint64 id;
  gint64 paper_id;
  char *document_number; /* of the paper */
  guint parent;          /* number of the copy that is to be copied (C2), 0 for the paper itself */
  char *copier;          /* the copying organ, "" for the paper itself */
  guint copies;          /* that are asked for */
  char *purpose;
  char *applicant; /* full name of the person who asks */
  char *asked_place;
  char *requested_by; /* the account it was entered under */
  gint64 requested_at;

  MskRequestState state;
  /* Of the decision; 0 and "" before it, and where it says nothing. */
  guint granted; /* the limit: so many copies at most */
  char *place;   /* where alone they may be made; "" is any designated place */
  char *authority;
  char *post;
  char *organ;
  MskStanding standing; /* of the organ */
  char *reference;
  char *reason;       /* why it was refused */
  gint64 decided_at;  /* by the authority */
  char *recorded_by;  /* the account it was recorded under */
  gint64 recorded_at; /* in the register */

  guint live; /* numbers reserved under it that are, or may still become, good copies */
};

MskCopyRequest *msk_copy_request_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* M6, and C2 for a copy of a copy: what a request has to say, before it is kept. Fails with
 * MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_copy_request_check (MskCopyRequest *self, GError **error);

/* Whether this account may record a decision on it, and this person (full name; NULL where it is
 * not named, as in a refusal) may have taken it: never who asked. Fails with
 * MSK_RULE_ERROR_ALREADY_DECIDED or MSK_ACCESS_ERROR_SAME_PERSON. */
gboolean msk_copy_request_check_decider (MskCopyRequest *self,
                                         const char *account,
                                         const char *person,
                                         MskNamePair alike,
                                         GError **error);

/* C1, "the number is strictly limited": nobody is allowed more than was asked for. Fails with
 * MSK_RULE_ERROR_BEYOND_REQUEST. */
gboolean msk_copy_request_check_limit (MskCopyRequest *self, guint copies, GError **error);

/* C2: whether numbers may be taken under it for copies of this copy; parent of 0 is the paper.
 * Leave for the one is never leave for the other. */
gboolean msk_copy_request_covers (MskCopyRequest *self, guint parent);

/* How many further numbers it leaves room for. */
guint msk_copy_request_get_room (MskCopyRequest *self);

const char *msk_request_state_get_label (MskRequestState state);

G_END_DECLS
