/* The parts of one language of the no-recording notice (M5): data/texts/README.md says how it is
 * written. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-agenda-item.h"

G_BEGIN_DECLS

#define MSK_NOTICE_N_RULES (MSK_RECORDING_FREE + 1)

typedef struct
{
  char *title;
  char *headings[MSK_NOTICE_N_RULES]; /* by MskRecording */
  GStrv lines[MSK_NOTICE_N_RULES];
  GStrv all; /* what stands below every one of them */
} MskNoticeText;

/* Fails with MSK_INPUT_ERROR_BAD_VALUE, naming the section that is missing, empty or too long. */
MskNoticeText *msk_notice_text_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_notice_text_free (MskNoticeText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskNoticeText, msk_notice_text_free)

G_END_DECLS
