/* What a person took note of, against which version of a text, and what they still lack (M1, M5,
 * M8, P1). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"
#include "msk-text-version.h"

G_BEGIN_DECLS

/* How somebody took note of a text. */
typedef enum
{
  MSK_MANNER_ON_PAPER,    /* signed on a sheet, which has a reference */
  MSK_MANNER_IN_THE_ROOM, /* heard it with others, or said so to the clerk */
} MskManner;

/* Whether a person may start, each for the version that is in force. What they do not owe counts as
 * there: the undertaking of whoever is not of the press, the duty cards of whoever has no post. */
typedef struct
{
  gboolean briefed;
  gboolean pledged;
  gboolean notice_acknowledged;
  gboolean undertaking;
  gboolean duties_acknowledged;
} MskPledgeState;

#define MSK_TYPE_ACKNOWLEDGEMENT (msk_acknowledgement_get_type ())
G_DECLARE_FINAL_TYPE (MskAcknowledgement, msk_acknowledgement, MSK, ACKNOWLEDGEMENT, GObject)

/* One line of the register. */
struct _MskAcknowledgement
{
  GObject parent_instance;

  gint64 id;
  gint64 attendee_id;
  char *name; /* of the person */
  char *unit;
  MskTextKind kind;
  MskPost post;
  guint number;      /* of the version */
  gboolean in_force; /* the version still is */
  MskManner manner;
  char *reference; /* of the signed sheet, or "" */
  gint64 at;
  char *recorded_by;  /* user */
  gint64 annulled_at; /* 0 while it stands */
  char *annulled_by;
  char *annulment; /* why */
};

MskAcknowledgement *msk_acknowledgement_new (void) G_GNUC_WARN_UNUSED_RESULT;

#define MSK_TYPE_PLEDGE_LINE (msk_pledge_line_get_type ())
G_DECLARE_FINAL_TYPE (MskPledgeLine, msk_pledge_line, MSK, PLEDGE_LINE, GObject)

/* A person and what they took note of. */
struct _MskPledgeLine
{
  GObject parent_instance;

  MskAttendee *attendee;
  guint kinds;              /* taken note of in the version in force: a set of 1 << MskTextKind */
  guint posts;              /* that they have, a set of 1 << MskPost */
  guint acknowledged_posts; /* whose card they took note of in the version in force */
  MskPledgeState state;
};

MskPledgeLine *msk_pledge_line_new (MskAttendee *attendee,
                                    guint kinds,
                                    guint posts,
                                    guint acknowledged_posts) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the person owes the text, or the card of a post that they have; whether they do and have
 * not taken note of the version in force. */
gboolean msk_pledge_line_owes (MskPledgeLine *self, MskTextKind kind, MskPost post);
gboolean msk_pledge_line_lacks (MskPledgeLine *self, MskTextKind kind, MskPost post);

/* The rule. Staff and service owe at least one duty card (先审后用), others that of each post that
 * they were given. */
MskPledgeState msk_pledge_state_make (MskCapacity capacity,
                                      guint kinds,
                                      guint posts,
                                      guint acknowledged_posts);
gboolean msk_pledge_state_is_complete (const MskPledgeState *state);

/* What is lacking in the user's language: "briefing, pledge"; "" for nothing. The caller owns it.
 */
char *msk_pledge_state_dup_lacking (const MskPledgeState *state) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a person owes a text at all. */
gboolean msk_pledge_owes (MskCapacity capacity, MskTextKind kind);

/* Whether a person may take note of it: vetted first (P1), and only the press gives the press's
 * undertaking. posts is what they were given. Fails with MSK_RULE_ERROR_REJECTED,
 * MSK_RULE_ERROR_LIST_NOT_DECIDED or MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_pledge_check (MskAttendee *attendee,
                           MskTextKind kind,
                           MskPost post,
                           guint posts,
                           GError **error);

/* What is signed has a reference, and nothing else has one; the press signs its undertaking (M8).
 * Fails with MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_manner_check (MskTextKind kind,
                           MskManner manner,
                           const char *reference,
                           GError **error);

const char *msk_manner_get_label (MskManner manner);

G_END_DECLS
