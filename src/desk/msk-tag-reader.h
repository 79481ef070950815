/* What a code that was read stands for in this meeting: the one place that decides it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-session.h"
#include "msk-tag.h"

G_BEGIN_DECLS

typedef struct
{
  MskTag tag;
  gboolean genuine;   /* its MAC is right: it was made by this appliance */
  guint number;       /* of the copy it belongs to, or 0 */
  guint carrier;      /* that it is the label of, or 0 */
  guint device;       /* that it is the tag of, or 0 */
  gint64 attendee_id; /* of the badge it is on, or 0 */
} MskTagReading;

/* Fails with MSK_RULE_ERROR_FOREIGN_CODE, _CUT_CODE, _FORGED_TAG, _OTHER_MEETING, _VOID_TAG,
 * _VOID_BADGE or _BADGE_NOT_CONFIRMED, and then reading holds what is known all the same; or with
 * the errors of the register. */
gboolean msk_tag_reader_read (MskSession *session,
                              const char *code,
                              MskTagReading *reading,
                              GError **error);

G_END_DECLS
