/* Circulation (传阅): one turn of one reader with one copy, custodian → reader → custodian (L1–L3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-attendee.h"
#include "msk-copy.h"
#include "msk-level.h"
#include "msk-urgency.h"

G_BEGIN_DECLS

/* L2: the longest that a turn lasts. */
#define MSK_TURN_SECONDS_MAX G_GINT64_CONSTANT (172800)

/* So long before its time a turn is on the chase list. */
#define MSK_TURN_SECONDS_SOON G_GINT64_CONSTANT (1800)

/* How a turn ended. */
typedef enum
{
  MSK_TURN_OUTCOME_READ,   /* the reader gave it back, counted and signed */
  MSK_TURN_OUTCOME_UNDONE, /* it was begun by mistake */
  MSK_TURN_OUTCOME_BROKEN, /* the copy was found in the sweep, or reported missing */
} MskTurnOutcome;

/* Where a turn stands at a moment. */
typedef enum
{
  MSK_TURN_READING,
  MSK_TURN_DUE,     /* soon */
  MSK_TURN_OVERDUE, /* to be chased (催阅) */
  MSK_TURN_ENDED,
} MskTurnStanding;

#define MSK_TYPE_TURN (msk_turn_get_type ())
G_DECLARE_FINAL_TYPE (MskTurn, msk_turn, MSK, TURN, GObject)

struct _MskTurn
{
  GObject parent_instance;

  gint64 id;
  guint number; /* of the copy */
  gint64 paper_id;
  char *document_number;
  guint pages; /* of the paper */
  gint64 attendee_id;
  char *reader; /* their name */
  char *unit;
  guint ordinal; /* of the turns of this copy, from 1 */
  gint64 started_at;
  char *started_by; /* the custodian's account */
  gint64 due_at;
  gint64 ended_at; /* 0 while it lasts */
  char *ended_by;  /* the custodian's account, or "" */
  MskTurnOutcome outcome;
  guint pages_back;   /* as counted at the end, or 0 */
  char *signature;    /* the full name that the reader signed with, or "" */
  guint slips_open;   /* loan slips that were not given back */
  gboolean is_open;   /* it has no end yet; the clock may stand anywhere */
  MskCopyState state; /* of the copy now */
};

MskTurn *msk_turn_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* L2: when a turn that begins now is due: the last second of the same day where the desk stands
 * (utc_offset seconds east of UTC) for a top-secret or urgent paper, and two days later for any
 * other. */
gint64 msk_turn_get_due (MskLevel level, MskUrgency urgency, gint64 now, gint64 utc_offset);

MskTurnStanding msk_turn_classify (const MskTurn *self, gint64 now);
const char *msk_turn_standing_get_label (MskTurnStanding standing);
const char *msk_turn_outcome_get_label (MskTurnOutcome outcome);

/* L1: whether a copy may begin a turn with this person; turn is the one that it is in, or NULL.
 * Fails with MSK_RULE_ERROR_LATERAL_PASSING, _COPY_IN_TURN (it is theirs already) or as
 * msk_copy_check_issuable(). Whether they may read the paper is not asked here. */
gboolean msk_turn_check_start (MskCopy *copy,
                               const MskTurn *turn,
                               gint64 attendee_id,
                               GError **error);

/* L3: whether a turn may end with this signature, once every page was counted. Fails with
 * MSK_RULE_ERROR_SLIP_OPEN or MSK_RULE_ERROR_SIGNATURE_DIFFERS. */
gboolean msk_turn_check_end (const MskTurn *self, const char *signature, GError **error);

/* L3: whether so many sheets, beside those that are out by other slips, are a part of the copy.
 * Fails with MSK_RULE_ERROR_PAGES_DIFFER. */
gboolean msk_turn_check_loan (const MskTurn *self, guint out, guint sheets, GError **error);

/* Something taken out of the folder with the custodian's consent (L3). */
#define MSK_TYPE_LOAN_SLIP (msk_loan_slip_get_type ())
G_DECLARE_FINAL_TYPE (MskLoanSlip, msk_loan_slip, MSK, LOAN_SLIP, GObject)

struct _MskLoanSlip
{
  GObject parent_instance;

  gint64 id; /* its number */
  gint64 turn_id;
  guint number; /* of the copy */
  char *document_number;
  char *reader;
  char *unit;
  char *what;    /* is taken out: pages 3 to 5 */
  char *purpose; /* and where it goes */
  guint sheets;
  gint64 given_at;
  char *given_by;   /* the custodian who consented */
  gint64 back_at;   /* 0 while it is out */
  char *back_by;    /* or "" */
  gboolean is_open; /* neither given back nor its turn over */
};

MskLoanSlip *msk_loan_slip_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
