/* How the desk fills in a verdict before anybody sees it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"
#include "msk-scan-desk.h"

G_BEGIN_DECLS

MskVerdict *msk_verdict_new (MskTone tone,
                             const char *code,
                             const char *headline,
                             const char *text,
                             gint64 at) G_GNUC_WARN_UNUSED_RESULT;

/* The verdict of a rule or input error. */
MskVerdict *msk_verdict_new_refusal (const GError *error, gint64 at) G_GNUC_WARN_UNUSED_RESULT;

void msk_verdict_set_copy (MskVerdict *self, MskCopy *copy, guint page);
void msk_verdict_set_carrier (MskVerdict *self, MskCarrier *carrier);
void msk_verdict_set_device (MskVerdict *self, MskDevice *device);
void msk_verdict_set_person (MskVerdict *self, MskAttendee *attendee);
void msk_verdict_set_standing (MskVerdict *self, const char *standing);
void msk_verdict_set_helper (MskVerdict *self, const char *helper);

/* Puts a verdict at the head of a list of them, which keeps the newest 300. */
void msk_verdict_put_first (GListStore *verdicts, MskVerdict *verdict);

G_END_DECLS
