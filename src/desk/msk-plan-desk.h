/* The issue plan (M7): seats, who is to get which copy, and plan against what happened.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-plan.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Says where a person sits; NULL or "" for nowhere. The sealed list stays as it is. Fails with
 * MSK_INPUT_ERROR_NOT_FOUND, MSK_INPUT_ERROR_BAD_VALUE, or MSK_RULE_ERROR_EXISTS when somebody else
 * has the seat. */
gboolean msk_plan_desk_set_seat (MskSession *session,
                                 gint64 attendee_id,
                                 const char *seat,
                                 GError **error);

/* Gives each person who may read the paper, and holds or is to get no copy of it, the next number
 * that is free, in the order of seats; or of all papers for paper_id 0. What is planned already
 * stays, but for numbers that can't be issued any more. *planned is how many were planned now,
 * *without how many readers are left without a number. Fails with MSK_RULE_ERROR_NOTHING_TO_PLAN
 * when no number is free for anybody. */
gboolean msk_plan_desk_make (MskSession *session,
                             gint64 paper_id,
                             guint *planned,
                             guint *without,
                             GError **error);

/* Plans one copy for a person by hand, in place of what was planned for either; for nobody with
 * attendee_id 0. Fails with MSK_RULE_ERROR_ALREADY_ISSUED, with MSK_RULE_ERROR_NAMED_OTHERWISE when
 * the sheets of either copy carry a name that would lie, as msk_plan_check_plannable() and as
 * msk_paper_check_reader(). */
gboolean msk_plan_desk_set (MskSession *session, guint number, gint64 attendee_id, GError **error);

/* Whether copies of the paper that are printed from now on carry the name of whom they are planned
 * for, faintly across each page; those planned for nobody carry none. Not at first. Fails with
 * MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_plan_desk_set_named (MskSession *session,
                                  gint64 paper_id,
                                  gboolean named,
                                  GError **error);
gboolean msk_plan_desk_get_named (MskSession *session,
                                  gint64 paper_id,
                                  gboolean *named,
                                  GError **error);

/* Of MskPlanLine, person by person in the order of seats, so that each person's pack stands
 * together; of one paper, or of all for paper_id 0. */
GPtrArray *msk_plan_desk_list (MskSession *session,
                               gint64 paper_id,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
