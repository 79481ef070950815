/* A paper of a meeting as it stood when it was read from the register; its file is not part of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-active-content.h"
#include "msk-attendee.h"
#include "msk-level.h"
#include "msk-page-count.h"
#include "msk-scheme.h"
#include "msk-urgency.h"

G_BEGIN_DECLS

/* Numbers in a meeting. */
#define MSK_PAPER_APPROVED_MAX 999999u

#define MSK_TYPE_PAPER (msk_paper_get_type ())
G_DECLARE_FINAL_TYPE (MskPaper, msk_paper, MSK, PAPER, GObject)

struct _MskPaper
{
  GObject parent_instance;

  gint64 id;
  char *document_number; /* 文号 */
  char *title;
  MskLevel level;
  char *period;       /* canonical, see msk-period.h */
  char *originator;   /* 制发机关 */
  guint scope;        /* set of 1 << MskCapacity (M3) */
  MskLevel clearance; /* the least that a reader is cleared for: the level, or above it (M3) */
  GArray *readers; /* sorted gint64: the only attendees who may get it, NULL when not named (M3) */
  MskUrgency urgency;
  guint pages;
  char *sha256; /* of the file as it was handed in, 64 hexadecimal digits */
  gint64 added_at;
  guint removed;                /* from the file before it was taken in: a set of 1 << MskRemoval */
  guint approved;               /* copies approved so far, over all approvals of the paper itself */
  guint allocated;              /* plain numbers reserved so far */
  guint reproductions_approved; /* copies of its copies (C2) approved so far */
  guint reproductions_allocated; /* numbers of such copies reserved so far */
  guint revision;                /* of the document, from 1 */
  gint64 replaces;               /* the paper that is the revision before, 0 for none */
  gint64 replaced_by;            /* the paper that is the next revision, 0 for none */
  gint64 parent_id;              /* the paper that this is an attachment (附件) of, 0 for none */
  guint attachment;              /* its number there, from 1 */
  GArray *parts; /* gint64: the papers that this is a compilation (汇编) of, NULL for none */
  MskCountRule count_rule;
};

/* Who allowed how many copies (C1). */
typedef struct
{
  guint copies;
  const char *authority; /* full name of the person who decided */
  const char *post;
  const char *organ;
  const char *reference; /* of the written decision */
  gint64 decided_at;
  MskStanding standing; /* of the organ */
  const char *place;    /* where alone they may be made; NULL or "" as the request said */
} MskApproval;

MskPaper *msk_paper_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* C1: who decides on copying is laid down by the scheme for each level. Fails with
 * MSK_RULE_ERROR_NOT_THE_AUTHORITY, or MSK_INPUT_ERROR_BAD_VALUE for an approval of nothing or by
 * nobody. */
gboolean msk_paper_check_approval (MskPaper *self,
                                   MskScheme *scheme,
                                   const MskApproval *approval,
                                   GError **error);

/* M3, M4 and the level: whether this person may get this paper. Fails as
 * msk_attendee_check_admissible(), or with MSK_RULE_ERROR_OUTSIDE_SCOPE, saying whether it is for
 * the capacity, the list of names or the clearance, or MSK_RULE_ERROR_CLEARANCE_TOO_LOW. */
gboolean msk_paper_check_reader (MskPaper *self, MskAttendee *attendee, GError **error);

/* M3: whether a scope lies within the paper's, so that it may take its place. readers is sorted;
 * NULL does not name people, and leaves a list of names as it is refused. Fails with
 * MSK_RULE_ERROR_SCOPE_WIDENED. */
gboolean msk_paper_check_narrower (MskPaper *self,
                                   guint scope,
                                   MskLevel clearance,
                                   const GArray *readers,
                                   GError **error);

/* Whether the pages of its copies have to be counted when they come back (清退). */
gboolean msk_paper_counts_pages (const MskPaper *self, const MskScheme *scheme);

/* Whether both have the same capacities, clearance and names. */
gboolean msk_paper_has_scope (MskPaper *self,
                              guint scope,
                              MskLevel clearance,
                              const GArray *readers);

/* The whole scope for people, in the user's language: "delegate, observer · cleared for 绝密 Top
 * Secret · 3 named people". The caller owns it. */
char *msk_paper_dup_scope_label (const MskPaper *self) G_GNUC_WARN_UNUSED_RESULT;

/* A revision that another has taken the place of is no longer approved, numbered or printed. Fails
 * with MSK_RULE_ERROR_PAPER_REPLACED. */
gboolean msk_paper_check_current (MskPaper *self, GError **error);

/* Fails as msk_paper_check_current(), with MSK_RULE_ERROR_PAPER_NOT_APPROVED or
 * MSK_RULE_ERROR_BEYOND_APPROVAL when so many further numbers go beyond what was approved. live is
 * how many numbers may be, or become, good sheets. */
gboolean msk_paper_check_room (MskPaper *self, guint live, guint wanted, GError **error);

G_END_DECLS
