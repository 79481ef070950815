/* The no-recording notice (M5): what it says now, and who is excepted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-notice-text.h"
#include "msk-recording-exception.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* What hangs in the room now. */
typedef struct
{
  MskRecording rule;
  guint version; /* of the text */
  MskNoticeText *chinese;
  MskNoticeText *english;
} MskNotice;

void msk_notice_free (MskNotice *self);

/* The notice for the item that is dealt with; the strictest while there is none. */
MskNotice *msk_notice_desk_get (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for one rule, whatever is dealt with. */
MskNotice *msk_notice_desk_get_rule (MskSession *session,
                                     MskRecording rule,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64 attendee_id;
  MskException kind;
  guint position;        /* of the item */
  const char *authority; /* full name of who approved it */
  const char *reference; /* of the written approval */
} MskExceptionDraft;

/* Records that somebody may record, or take notes, for one item. Gives its id, or 0 with
 * MSK_INPUT_ERROR_BAD_VALUE, MSK_INPUT_ERROR_NOT_FOUND, MSK_RULE_ERROR_EXISTS,
 * MSK_ACCESS_ERROR_SAME_PERSON (their own authority), or as msk_attendee_check_admissible(). */
gint64 msk_notice_desk_grant (MskSession *session, const MskExceptionDraft *draft, GError **error);

/* Takes it back. Fails with MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_notice_desk_withdraw (MskSession *session, gint64 id, GError **error);

/* Of MskRecordingException: those that are in force, or all. One of a person who was withdrawn or
 * replaced, or whom the item does not admit any more, has lapsed. */
GPtrArray *msk_notice_desk_list_exceptions (MskSession *session,
                                            gboolean only_in_force,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskNotice, msk_notice_free)

G_END_DECLS
