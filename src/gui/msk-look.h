/* How a state looks: never by colour alone, always a word and a symbol with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"
#include "msk-balance.h"
#include "msk-copy-request.h"
#include "msk-copy.h"
#include "msk-scan-desk.h"
#include "msk-sweep.h"

G_BEGIN_DECLS

typedef struct
{
  const char *icon_name;
  const char *css_class;
  const char *sound; /* an event of the freedesktop sound naming specification, or NULL */
} MskLook;

/* All members are static text. */
MskLook msk_look_of_tone (MskTone tone);
MskLook msk_look_of_vetting (MskVetting vetting);
MskLook msk_look_of_request (MskRequestState state);
MskLook msk_look_of_copy (MskCopyState state, MskAttempt attempt);
MskLook msk_look_of_sweep_class (MskSweepClass sweep_class);
MskLook msk_look_of_balance (const MskBalance *balance);

/* The word for a copy: what became of its sheets while it is printed, then where it is. Static
 * text. */
/* What a list of copies says of one, with its recall: "held, recalled". The caller owns it. */
char *msk_look_dup_copy_words (const MskCopy *copy) G_GNUC_WARN_UNUSED_RESULT;

/* Its symbol there: a recalled copy that is out is to be fetched. */
MskLook msk_look_of_listed_copy (const MskCopy *copy);

const char *msk_look_get_copy_word (MskCopyState state, MskAttempt attempt);

G_END_DECLS
