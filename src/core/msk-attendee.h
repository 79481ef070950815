/* A person on the list of a meeting, as they stood when they were read from the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-level.h"

G_BEGIN_DECLS

/* 出席 / 列席 / 工作人员 / 服务人员 / 新闻 */
typedef enum
{
  MSK_CAPACITY_DELEGATE,
  MSK_CAPACITY_OBSERVER,
  MSK_CAPACITY_STAFF,
  MSK_CAPACITY_SERVICE,
  MSK_CAPACITY_PRESS,
} MskCapacity;

#define MSK_CAPACITY_ALL 0x1fu /* every capacity, as a set of 1 << MskCapacity */

typedef enum
{
  MSK_VETTING_PROPOSED,
  MSK_VETTING_APPROVED,
  MSK_VETTING_REJECTED,
  MSK_VETTING_SUBMITTED, /* waits for the responsible leader's decision */
  MSK_VETTING_RETURNED,  /* for more: the reason says what is wanted */
  MSK_VETTING_WITHDRAWN, /* barred after the seal, or replaced by a changed entry */
} MskVetting;

/* A badge counts once it was scanned or looked at after printing. */
typedef enum
{
  MSK_BADGE_NONE,
  MSK_BADGE_SENT,
  MSK_BADGE_UNCERTAIN, /* nobody knows whether it came out */
  MSK_BADGE_PRINTED,
  MSK_BADGE_GOOD,
  MSK_BADGE_VOID, /* given up, replaced, lost, or never sent */
} MskBadgeState;

#define MSK_TYPE_ATTENDEE (msk_attendee_get_type ())
G_DECLARE_FINAL_TYPE (MskAttendee, msk_attendee, MSK, ATTENDEE, GObject)

struct _MskAttendee
{
  GObject parent_instance;

  gint64 id;
  char *name; /* as written in the list, for print */
  char *unit;
  char *post;
  char *seat; /* or "" */
  MskCapacity capacity;
  MskLevel clearance;
  MskVetting vetting;
  char *nominated_by;    /* user */
  char *nominating_unit; /* whose wish it is that they come */
  char *authority;       /* who decided that press may come, or "" */
  char *reference;       /* of that decision, or "" */
  gint64 post_starts_at; /* of staff and service: they are decided before it; else 0 */
  char *reason;          /* of the decision */
  char *decided_by;      /* user, or "" */
  gint64 decided_at;
  char *withdrawn_by; /* user, or "" */
  char *withdrawn_reason;
  gint64 withdrawn_at;
  gint64 replaces;     /* the withdrawn entry of the same person, whom a change reopened, or 0 */
  gint64 replaced_by;  /* their changed entry, or 0 */
  guint list_number;   /* the numbered list they are on, from 1 */
  gboolean sealed;     /* that list is sealed */
  MskBadgeState badge; /* of their newest badge that is not void, or NONE */
};

MskAttendee *msk_attendee_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* M4: only an approved person on a sealed list may enter or get paper, and press only by a
 * decision of its own (M8). Fails with MSK_RULE_ERROR_REJECTED, _WITHDRAWN, _NOT_ON_SEALED_LIST or
 * _PRESS_NOT_DECIDED. */
gboolean msk_attendee_check_admissible (MskAttendee *self, GError **error);

/* M4: the decision is taken once, after the organiser submitted the person and before sealing, and
 * not by who nominated. Fails with MSK_RULE_ERROR_LIST_SEALED, _WITHDRAWN, _ALREADY_DECIDED,
 * _NOT_SUBMITTED, _OWN_PROPOSAL. */
gboolean msk_attendee_check_decidable (MskAttendee *self, const char *decider, GError **error);

/* The same, for a decision that they may come: press needs the authority and the reference of its
 * own decision (M8), staff and service are decided before their post starts (P1, 先审后用). Fails
 * with MSK_RULE_ERROR_PRESS_NOT_DECIDED and _POST_STARTED too. */
gboolean msk_attendee_check_approvable (MskAttendee *self,
                                        const char *decider,
                                        gint64 now,
                                        GError **error);

/* Whether the responsible leader decides on each of them by name, and never on all the rest at
 * once: observers (M4) and press (M8). */
gboolean msk_capacity_is_decided_singly (MskCapacity capacity);

/* Staff and service: the capacities with a post that starts (P1). */
gboolean msk_capacity_has_post (MskCapacity capacity);

/* Whether the organiser submits the person with the list: proposed, or returned for more. */
gboolean msk_attendee_is_submittable (MskAttendee *self);

/* Whoever is not barred already can be withdrawn. Fails with MSK_RULE_ERROR_WITHDRAWN or
 * _REJECTED. */
gboolean msk_attendee_check_withdrawable (MskAttendee *self, GError **error);

/* What the list says of a person can change, which reopens them, unless they are barred. Fails as
 * msk_attendee_check_withdrawable(). */
gboolean msk_attendee_check_changeable (MskAttendee *self, GError **error);

const char *msk_capacity_get_label (MskCapacity capacity);

/* The capacity for paper that both languages read: "列席 observer". The caller owns it. */
char *msk_capacity_dup_words (MskCapacity capacity) G_GNUC_WARN_UNUSED_RESULT;
const char *msk_vetting_get_label (MskVetting vetting);
const char *msk_badge_state_get_label (MskBadgeState state);

/* Reads 出席, 出席人员, "delegate" and so on. Returns FALSE, leaving capacity alone, for anything
 * else. */
gboolean msk_capacity_parse (const char *text, MskCapacity *capacity);

/* A set of capacities as their names with commas, "delegate,observer", or "all"; and back. */
char *msk_capacity_set_dup_names (guint capacities) G_GNUC_WARN_UNUSED_RESULT;

/* The same for people, in the user's language: "delegate, observer", or "everybody". */
char *msk_capacity_set_dup_label (guint capacities) G_GNUC_WARN_UNUSED_RESULT;
gboolean msk_capacity_set_parse (const char *text, guint *capacities);

/* How two writings of a person are told to be the same; see msk_name_dup_folded(). The caller owns
 * it. */
char *msk_attendee_dup_key (const char *name,
                            const char *unit,
                            const char *post) G_GNUC_WARN_UNUSED_RESULT;

/* Whether somebody signed with the full name of a person, however it is written. */
gboolean msk_attendee_is_signature (const char *signature, const char *name);

G_END_DECLS
