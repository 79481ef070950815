/* Vetting (M4): the list of attendees from import to seal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"
#include "msk-session.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *unit;
  const char *post;
  MskCapacity capacity;
  MskLevel clearance;
} MskAttendeeDraft;

/* Reads a CSV through the worker and puts all of its people on the open list, or nobody. Columns by
 * header name, in Chinese or English: 姓名 name, 单位 unit, 职务 post, 身份 capacity, 涉密等级
 * clearance, and where there is one 座位 seat. Returns how many, or 0 with the worker's
 * MSK_INPUT_ERROR_CSV_…, MSK_INPUT_ERROR_CSV_COLUMNS, or MSK_INPUT_ERROR_CSV_ROWS; then problems,
 * when not NULL, has one sentence a wrong row, each with its row number (of char *; the caller owns
 * it). Blocks. */
guint msk_vetting_desk_import (MskSession *session,
                               GBytes *csv,
                               GPtrArray **problems,
                               GError **error);

/* Adds one person by hand. Fails with MSK_INPUT_ERROR_BAD_VALUE, MSK_RULE_ERROR_EXISTS (same name,
 * unit and post). */
gboolean msk_vetting_desk_add (MskSession *session, const MskAttendeeDraft *draft, GError **error);

/* Decides one person, with a reason. Fails with MSK_INPUT_ERROR_NOT_FOUND,
 * MSK_INPUT_ERROR_BAD_VALUE (no reason), or as msk_attendee_check_decidable(). */
gboolean msk_vetting_desk_approve (MskSession *session,
                                   gint64 attendee_id,
                                   const char *reason,
                                   GError **error);
gboolean msk_vetting_desk_reject (MskSession *session,
                                  gint64 attendee_id,
                                  const char *reason,
                                  GError **error);

/* Approves everybody who is still proposed on the open list; how many, or -1. */
int msk_vetting_desk_approve_rest (MskSession *session, const char *reason, GError **error);

/* Seals the open list; later names go on the next one. Gives a short code that stands on the
 * printed list (the caller owns it), or NULL with MSK_RULE_ERROR_LIST_EMPTY or
 * MSK_RULE_ERROR_LIST_NOT_DECIDED. */
char *msk_vetting_desk_seal (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskAttendee, in the order of the list. */
GPtrArray *msk_vetting_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One person, or NULL with MSK_INPUT_ERROR_NOT_FOUND. */
MskAttendee *msk_vetting_desk_get (MskSession *session,
                                   gint64 attendee_id,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Prints a badge with a tag for a person on a sealed list, on a designated printer; an earlier
 * badge of theirs becomes void. Blocks. Fails as msk_attendee_check_admissible() and as printing
 * does. */
gboolean msk_vetting_desk_print_badge (MskSession *session,
                                       gint64 attendee_id,
                                       const char *printer,
                                       GCancellable *cancellable,
                                       GError **error);

/* The code on a person's badge, as a scanner would read it. For the demonstration and the tests,
 * like msk_print_desk_dup_code(). */
char *msk_vetting_desk_dup_badge_code (MskSession *session,
                                       gint64 attendee_id,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
