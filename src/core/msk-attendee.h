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
} MskVetting;

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
  char *nominated_by; /* user */
  char *reason;       /* of the decision */
  char *decided_by;   /* user, or "" */
  gint64 decided_at;
  guint list_number; /* the numbered list they are on, from 1 */
  gboolean sealed;   /* that list is sealed */
};

MskAttendee *msk_attendee_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* M4: only an approved person on a sealed list may enter or get paper. Fails with
 * MSK_RULE_ERROR_REJECTED or MSK_RULE_ERROR_NOT_ON_SEALED_LIST. */
gboolean msk_attendee_check_admissible (MskAttendee *self, GError **error);

/* M4: the decision is taken once, before sealing, and not by who nominated. Fails with
 * MSK_RULE_ERROR_LIST_SEALED, _ALREADY_DECIDED, _OWN_PROPOSAL. */
gboolean msk_attendee_check_decidable (MskAttendee *self, const char *decider, GError **error);

const char *msk_capacity_get_label (MskCapacity capacity);

/* The capacity for paper that both languages read: "列席 observer". The caller owns it. */
char *msk_capacity_dup_words (MskCapacity capacity) G_GNUC_WARN_UNUSED_RESULT;
const char *msk_vetting_get_label (MskVetting vetting);

/* Reads 出席, 出席人员, "delegate" and so on. Returns FALSE, leaving capacity alone, for anything
 * else. */
gboolean msk_capacity_parse (const char *text, MskCapacity *capacity);

/* A set of capacities as their names with commas, "delegate,observer", or "all"; and back. */
char *msk_capacity_set_dup_names (guint capacities) G_GNUC_WARN_UNUSED_RESULT;

/* The same for people, in the user's language: "delegate, observer", or "everybody". */
char *msk_capacity_set_dup_label (guint capacities) G_GNUC_WARN_UNUSED_RESULT;
gboolean msk_capacity_set_parse (const char *text, guint *capacities);

/* How two writings of a person are told to be the same: NFKC, case folded, without blanks. The
 * caller owns it. */
char *msk_attendee_dup_key (const char *name,
                            const char *unit,
                            const char *post) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
