/* A paper of a meeting as it stood when it was read from the register; its file is not part of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-attendee.h"
#include "msk-level.h"

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
  char *period;     /* canonical, see msk-period.h */
  char *originator; /* 制发机关 */
  guint scope;      /* set of 1 << MskCapacity (M3) */
  guint pages;
  char *sha256; /* of the file as it was handed in, 64 hexadecimal digits */
  gint64 added_at;
  guint approved;  /* copies approved so far, over all approvals */
  guint allocated; /* numbers reserved so far */
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
} MskApproval;

MskPaper *msk_paper_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* C1: 绝密 is copied only by leave of the organ that issued it. Fails with
 * MSK_RULE_ERROR_NOT_THE_AUTHORITY, or MSK_INPUT_ERROR_BAD_VALUE for an approval of nothing or by
 * nobody. */
gboolean msk_paper_check_approval (MskPaper *self, const MskApproval *approval, GError **error);

/* M3, M4 and the level: whether this person may get this paper. Fails as
 * msk_attendee_check_admissible(), or with MSK_RULE_ERROR_OUTSIDE_SCOPE or
 * MSK_RULE_ERROR_CLEARANCE_TOO_LOW. */
gboolean msk_paper_check_reader (MskPaper *self, MskAttendee *attendee, GError **error);

/* Fails with MSK_RULE_ERROR_PAPER_NOT_APPROVED or MSK_RULE_ERROR_BEYOND_APPROVAL when so many
 * further numbers go beyond what was approved. live is how many numbers may be, or become, good
 * sheets. */
gboolean msk_paper_check_room (MskPaper *self, guint live, guint wanted, GError **error);

G_END_DECLS
