/* Vetting (M4): the list of attendees from import to seal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee-list.h"
#include "msk-attendee.h"
#include "msk-holding.h"
#include "msk-session.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *unit;
  const char *post;
  MskCapacity capacity;
  MskLevel clearance;
  const char *nominating_unit; /* whose wish it is that they come; NULL: the meeting's organiser */
  gint64
      post_starts_at; /* of staff and service, who are decided before; 0: as the meeting starts */
  gboolean accepted;  /* somebody looked at what msk_vetting_desk_judge() has, and it is meant so */
} MskAttendeeDraft;

/* The decision that lets press in (M8). */
typedef struct
{
  const char *authority; /* who gave leave */
  const char *reference; /* where that is written */
  const char *reason;
} MskPressDecision;

/* What is doubtful about a person before they are added (attendee_id 0) or changed, by the same
 * rules as in a file. Fails with MSK_INPUT_ERROR_BAD_VALUE or _NOT_FOUND. The caller owns it. */
MskAttendeeList *msk_vetting_desk_judge (MskSession *session,
                                         gint64 attendee_id,
                                         const MskAttendeeDraft *draft,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds one person by hand; *added_id, unless NULL, is theirs. Fails with MSK_INPUT_ERROR_BAD_VALUE,
 * MSK_RULE_ERROR_EXISTS (same name, unit and post), or MSK_RULE_ERROR_LIST_DOUBTFUL. */
gboolean msk_vetting_desk_add (MskSession *session,
                               const MskAttendeeDraft *draft,
                               gint64 *added_id,
                               GError **error);

/* Submits everybody on the open list who was not submitted yet or was returned; how many, or -1
 * with MSK_RULE_ERROR_LIST_EMPTY or _NOTHING_TO_SUBMIT. */
int msk_vetting_desk_submit (MskSession *session, GError **error);

/* Decides one person, with a reason. Fails with MSK_INPUT_ERROR_NOT_FOUND,
 * MSK_INPUT_ERROR_BAD_VALUE (no reason), or as msk_attendee_check_decidable(), and approving as
 * msk_attendee_check_approvable(): press is approved with msk_vetting_desk_approve_press() alone,
 * which fails with MSK_INPUT_ERROR_BAD_VALUE for others, and MSK_ACCESS_ERROR_SAME_PERSON when they
 * are their own authority. Return asks the organiser for more, as the reason says. */
gboolean msk_vetting_desk_approve (MskSession *session,
                                   gint64 attendee_id,
                                   const char *reason,
                                   GError **error);
gboolean msk_vetting_desk_approve_press (MskSession *session,
                                         gint64 attendee_id,
                                         const MskPressDecision *decision,
                                         GError **error);
gboolean msk_vetting_desk_reject (MskSession *session,
                                  gint64 attendee_id,
                                  const char *reason,
                                  GError **error);
gboolean msk_vetting_desk_return (MskSession *session,
                                  gint64 attendee_id,
                                  const char *reason,
                                  GError **error);

/* Approves everybody who is submitted and not decided on the open list, but for observers and
 * press, whom the leader decides one by one (M4, M8); how many, or -1. */
int msk_vetting_desk_approve_rest (MskSession *session, const char *reason, GError **error);

/* Bars a person from now on, sealed or not, with a reason: their badge becomes void, and their seat
 * and the copies that were planned for them are free. held, when not NULL, says what is to be taken
 * back from them (of MskHolding; the caller owns it). Fails with MSK_INPUT_ERROR_NOT_FOUND,
 * MSK_INPUT_ERROR_BAD_VALUE (no reason), or as msk_attendee_check_withdrawable(). */
gboolean msk_vetting_desk_withdraw (MskSession *session,
                                    gint64 attendee_id,
                                    const char *reason,
                                    GPtrArray **held,
                                    GError **error);

/* Changes what the list says of a person, who is then proposed anew. On the open list the entry
 * changes; of a sealed list it is withdrawn, as msk_vetting_desk_withdraw() does it, and a new one
 * replaces it on the open list. *changed_id: the entry that holds from now on. Fails with
 * MSK_INPUT_ERROR_NOT_FOUND, MSK_INPUT_ERROR_BAD_VALUE, MSK_RULE_ERROR_EXISTS, _NOTHING_CHANGED,
 * _LIST_DOUBTFUL, or as msk_attendee_check_changeable(). */
gboolean msk_vetting_desk_change (MskSession *session,
                                  gint64 attendee_id,
                                  const MskAttendeeDraft *draft,
                                  gint64 *changed_id,
                                  GPtrArray **held,
                                  GError **error);

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

/* Prints a badge for one person who has none, as msk_badge_desk_print_async() does for many.
 * Blocks. For the demonstration and the tests. */
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
